//! The fields of a form, as they were typed.

use app::form::Filled;
use axum::{
    Form,
    extract::{FromRequest, Request, rejection::FormRejection},
    http::StatusCode,
    response::IntoResponse,
};
use domain::{Actor, Cents, ProductId, Quantity, Refusal, UnitPrice, price::TieredPrice};
use store::{
    Error,
    orders::{ShownBundle, ShownPrice},
};

use crate::{Portal, fault::Oops};

/// Quantities by product.
pub type Lines = Vec<(ProductId, Quantity)>;

/// Names and values in their order; a name may occur more than once.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl FromRequest<Portal> for Fields {
    type Rejection = Oops;
    async fn from_request(request: Request, portal: &Portal) -> Result<Fields, Oops> {
        match Form::<Vec<(String, String)>>::from_request(request, portal).await {
            Ok(Form(fields)) => Ok(Fields(fields)),
            Err(FormRejection::BytesRejection(bytes)) if bytes.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Oops::TooLarge)
            }
            Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => Err(Oops::TooLarge),
            Err(_) => Err(Oops::BadRequest),
        }
    }
}

impl Fields {
    /// The value of a field; empty where it is missing.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    pub fn text(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.clone()).collect()
    }

    pub fn ticked(&self, name: &str) -> bool {
        self.get(name) == "true"
    }

    /// The version that was seen; a form without one saw none.
    pub fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or(-1)
    }

    /// An id, or nothing is there.
    pub fn id<T: std::str::FromStr>(&self, name: &str) -> Result<T, Oops> {
        self.get(name).parse().map_err(|_| Oops::NotFound)
    }

    /// Every `quantity.<product>` that can be read, and the refusals of the others.
    pub fn quantities(&self) -> (Lines, Vec<(String, Refusal)>) {
        let (mut read, mut refused) = (Vec::new(), Vec::new());
        for (name, value) in &self.0 {
            let Some(product) = name.strip_prefix("quantity.").and_then(|id| id.parse().ok()) else { continue };
            match Quantity::parse(value) {
                Ok(quantity) => read.push((product, quantity)),
                Err(refusal) => refused.push((name.clone(), refusal)),
            }
        }
        (read, refused)
    }

    /// Was the form filled for the site at which the actor stands now? All tabs of a browser share one session, so the
    /// other tab may have gone elsewhere meanwhile. A sender who names no site means the one where he stands.
    pub fn is_for(&self, actor: &Actor) -> Result<(), Refusal> {
        let here = actor.at().map(|at| at.site.to_string());
        match self.get("site") {
            "" => Ok(()),
            site if here.as_deref() == Some(site) => Ok(()),
            _ => Err(Refusal::OtherSite),
        }
    }

    /// The prices that the form showed: `product=ten-thousandths+deposit tier … / product=…`, the deposit in hundredths
    /// and only where there is one.
    pub fn prices(&self) -> Vec<(ProductId, ShownPrice)> {
        self.get("prices")
            .split('/')
            .filter_map(|pair| pair.split_once('='))
            .filter_map(|(product, price)| {
                let (base, tiers) = price.split_once(' ').unwrap_or((price, ""));
                let (base, deposit) = base.split_once('+').unwrap_or((base, "0"));
                let price = TieredPrice::from_text(UnitPrice(base.parse().ok()?), tiers);
                let shown = ShownPrice { price, deposit: Cents(deposit.parse().ok()?) };
                Some((product.trim().parse().ok()?, shown))
            })
            .collect()
    }

    /// The bundles that the form showed: `promotion=version product product … / promotion=…`.
    pub fn bundles(&self) -> Vec<ShownBundle> {
        self.get("bundles")
            .split('/')
            .filter_map(|pair| pair.split_once('='))
            .filter_map(|(promotion, shown)| {
                let mut shown = shown.split(' ');
                let version = shown.next()?.parse().ok()?;
                let parts = shown.map(|part| part.parse().ok()).collect::<Option<_>>()?;
                Some(ShownBundle { promotion: promotion.parse().ok()?, version, parts })
            })
            .collect()
    }

    /// What the form showed: `product=thousandths …`. None where the sender did not say.
    pub fn seen(&self) -> Option<Lines> {
        let seen = self.0.iter().find(|(n, _)| n == "seen")?;
        Some(
            seen.1
                .split(' ')
                .filter_map(|pair| pair.split_once('='))
                .filter_map(|(product, q)| Some((product.parse().ok()?, Quantity(q.parse().ok()?))))
                .collect(),
        )
    }

    /// The form as it comes back: what was typed and what is wrong with it. Passwords do not come back.
    pub fn filled(&self, refusals: Vec<(String, Refusal)>) -> Filled {
        let values = self.0.iter().filter(|(n, _)| n != "password").cloned().collect();
        Filled { values, refusals }
    }

    /// Turns a refusal of the store into the form that comes back; everything else is not the sender's to mend.
    pub fn refused(&self, error: Error) -> Result<Filled, Oops> {
        match error {
            Error::Fields(fields) => Ok(self.filled(fields.into_iter().map(|f| (f.field, f.refusal)).collect())),
            Error::Refused(Refusal::NotAllowed(_)) => Err(Oops::NotAllowed),
            Error::Refused(refusal) => Ok(self.filled(vec![(String::new(), refusal)])),
            error => Err(error.into()),
        }
    }
}

/// 409 where the world changed meanwhile, 422 where what was typed cannot be.
pub fn status_of(filled: &Filled) -> StatusCode {
    let conflict = |r: &Refusal| {
        matches!(
            r,
            Refusal::Stale
                | Refusal::BasketChanged { .. }
                | Refusal::AlreadyOrdered { .. }
                | Refusal::OtherSite
                | Refusal::WrongState { .. }
        ) || r.is_of_prices()
    };
    if filled.refusals.iter().any(|(_, r)| conflict(r)) {
        StatusCode::CONFLICT
    } else if filled.refusals.iter().any(|(_, r)| matches!(r, Refusal::TooManyAttempts { .. })) {
        StatusCode::TOO_MANY_REQUESTS
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// 303: the browser goes on with a GET, and a reload repeats nothing.
pub fn seen_other(to: &str) -> axum::response::Response {
    axum::response::Redirect::to(to).into_response()
}
