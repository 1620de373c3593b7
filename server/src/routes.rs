//! The one list of addresses, each with whom it is for.

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{Method, StatusCode},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{MethodRouter, get, post},
};
use tower_http::{CompressionLevel, compression::CompressionLayer};

use crate::{
    Portal, assets, fault, feed, guard,
    pages::{account, buyer, desk, entry, lists, product, quick_order, suggestions},
    session,
    upload::READ,
};

/// The largest form: five hundred lines and a note fit in a fraction of it.
pub const LARGEST: usize = 512 * 1024;

/// The largest form of checked rows: five thousand, each with its names, its quantity and what was chosen.
const LARGEST_LIST: usize = 4 * 1024 * 1024;

/// Whom a route is for. The isolation test walks every row with every kind of person and believes this column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Anybody,
    /// Whoever is signed in; about himself only.
    Oneself,
    /// At a customer's counter.
    Customer,
    /// The distributor's own.
    Staff,
}

/// One row: method, path, whom it is for, handler.
pub type Row = (Method, &'static str, Who, MethodRouter<Portal>);

/// Every address there is, but for the built files.
pub fn routes() -> Vec<Row> {
    use Who::{Anybody, Customer, Oneself, Staff};
    let row = |method: Method, path, who, handler| (method, path, who, handler);
    let (g, p) = (Method::GET, Method::POST);
    vec![
        row(g.clone(), "/livez", Anybody, get(|| async { "ok" })),
        row(g.clone(), "/readyz", Anybody, get(ready)),
        row(g.clone(), "/", Oneself, get(entry::start)),
        row(g.clone(), "/sign-in", Anybody, get(entry::sign_in_page)),
        row(p.clone(), "/sign-in", Anybody, post(entry::sign_in)),
        row(p.clone(), "/sign-out", Oneself, post(entry::sign_out)),
        row(p.clone(), "/language", Anybody, post(entry::language)),
        row(g.clone(), "/invitation/{token}", Anybody, get(entry::invitation_page)),
        row(p.clone(), "/invitation/{token}", Anybody, post(entry::accept_invitation)),
        row(g.clone(), "/setup/{token}", Anybody, get(entry::setup_page)),
        row(p.clone(), "/setup/{token}", Anybody, post(entry::set_up)),
        row(g.clone(), "/events", Oneself, get(feed::events)),
        row(g.clone(), "/order", Customer, get(buyer::list)),
        row(g.clone(), "/price-changes", Customer, get(buyer::show_price_changes)),
        row(g.clone(), "/quick-order", Customer, get(quick_order::page)),
        row(p.clone(), "/quick-order", Customer, post(quick_order::take).layer(DefaultBodyLimit::max(READ))),
        row(p.clone(), "/quick-order/line", Customer, post(quick_order::line)),
        row(
            p.clone(),
            "/quick-order/check",
            Customer,
            post(quick_order::recheck).layer(DefaultBodyLimit::max(LARGEST_LIST)),
        ),
        row(g.clone(), "/quick-order/sample.xlsx", Customer, get(quick_order::xlsx)),
        row(g.clone(), "/quick-order/sample.csv", Customer, get(quick_order::csv)),
        row(g.clone(), "/basket", Customer, get(buyer::basket)),
        row(g.clone(), "/basket/state", Customer, get(buyer::state)),
        row(p.clone(), "/basket/lines", Customer, post(buyer::save_lines)),
        row(p.clone(), "/basket/usual", Customer, post(buyer::take_usual)),
        row(p.clone(), "/basket/submission", Customer, post(buyer::submit)),
        row(g.clone(), "/products/{product}", Customer, get(product::show)),
        row(g.clone(), "/products/{product}/pictures/{hash}", Customer, get(product::picture)),
        row(g.clone(), "/products/{product}/documents/{hash}", Customer, get(product::document)),
        row(p.clone(), "/products/{product}/succession", Customer, post(product::succeed)),
        row(g.clone(), "/order/print", Customer, get(lists::print_own)),
        row(g.clone(), "/lists", Customer, get(lists::all)),
        row(p.clone(), "/lists", Customer, post(lists::edit::create)),
        row(g.clone(), "/lists/new", Customer, get(lists::edit::new)),
        row(g.clone(), "/lists/pick", Customer, get(lists::rows::pick)),
        row(p.clone(), "/lists/rows", Customer, post(lists::rows::add)),
        row(g.clone(), "/lists/{list}", Customer, get(lists::one)),
        row(g.clone(), "/lists/{list}/print", Customer, get(lists::print)),
        row(p.clone(), "/lists/{list}/basket", Customer, post(lists::fill)),
        row(p.clone(), "/lists/{list}/basket/undo", Customer, post(lists::undo)),
        row(g.clone(), "/lists/{list}/arrangement", Customer, get(lists::arrange::show)),
        row(p.clone(), "/lists/{list}/arrangement", Customer, post(lists::arrange::save)),
        row(g.clone(), "/lists/{list}/settings", Customer, get(lists::edit::settings)),
        row(p.clone(), "/lists/{list}/settings", Customer, post(lists::edit::save)),
        row(g.clone(), "/lists/{list}/removal", Customer, get(lists::edit::ask)),
        row(p.clone(), "/lists/{list}/removal", Customer, post(lists::edit::remove)),
        row(p.clone(), "/suggestions", Customer, post(suggestions::act)),
        row(g.clone(), "/samples", Customer, get(suggestions::requests)),
        row(g.clone(), "/orders", Customer, get(buyer::history)),
        row(g.clone(), "/orders/{order}", Customer, get(buyer::order)),
        row(p.clone(), "/orders/{order}/repetition", Customer, post(buyer::repeat)),
        row(p.clone(), "/orders/{order}/{verb}", Customer, post(buyer::act)),
        row(g.clone(), "/account", Oneself, get(account::page)),
        row(p.clone(), "/account/site", Oneself, post(account::site)),
        row(p.clone(), "/account/sessions/end", Oneself, post(account::end_session)),
        row(p.clone(), "/account/people", Customer, post(account::invite)),
        row(p.clone(), "/account/people/remove", Customer, post(account::remove)),
        row(g.clone(), "/desk", Staff, get(desk::review::queue)),
        row(g.clone(), "/desk/orders/{order}", Staff, get(desk::review::show)),
        row(p.clone(), "/desk/orders/{order}/{verb}", Staff, post(desk::review::decide)),
        row(p.clone(), "/desk/orders/{order}/lines/{line}", Staff, post(desk::review::adjust)),
        row(p.clone(), "/desk/orders/{order}/lines/{line}/weight", Staff, post(desk::review::weigh)),
        row(g.clone(), "/desk/customers", Staff, get(desk::customers::list)),
        row(p.clone(), "/desk/customers", Staff, post(desk::customers::create)),
        row(g.clone(), "/desk/customers/new", Staff, get(desk::customers::new)),
        row(g.clone(), "/desk/customers/{customer}", Staff, get(desk::customers::show)),
        row(p.clone(), "/desk/customers/{customer}", Staff, post(desk::customers::save)),
        row(p.clone(), "/desk/customers/{customer}/sites", Staff, post(desk::customers::create_site)),
        row(p.clone(), "/desk/customers/{customer}/sites/{site}", Staff, post(desk::customers::save_site)),
        row(p.clone(), "/desk/customers/{customer}/people", Staff, post(desk::customers::invite)),
        row(p.clone(), "/desk/customers/{customer}/people/remove", Staff, post(desk::customers::remove_person)),
        row(p.clone(), "/desk/customers/{customer}/acting", Staff, post(desk::customers::begin_acting)),
        row(p.clone(), "/desk/acting/stop", Staff, post(desk::customers::stop_acting)),
        row(g.clone(), "/desk/customers/{customer}/assortment", Staff, get(desk::assortment::show)),
        row(p.clone(), "/desk/customers/{customer}/assortment", Staff, post(desk::assortment::save)),
        row(p.clone(), "/desk/customers/{customer}/assortment/items", Staff, post(desk::assortment::add_item)),
        row(g.clone(), "/desk/products", Staff, get(desk::products::list)),
        row(p.clone(), "/desk/products", Staff, post(desk::products::create)),
        row(g.clone(), "/desk/products/new", Staff, get(desk::products::new)),
        row(g.clone(), "/desk/products/{product}", Staff, get(desk::products::show)),
        row(p.clone(), "/desk/products/{product}", Staff, post(desk::products::save)),
        row(g.clone(), "/desk/prices", Staff, get(desk::agreements::show)),
        row(g.clone(), "/desk/prices/question", Staff, get(desk::price_question::show)),
        row(p.clone(), "/desk/prices", Staff, post(desk::agreements::enter)),
        row(p.clone(), "/desk/prices/last-day", Staff, post(desk::agreements::last_day)),
        row(p.clone(), "/desk/prices/withdrawal", Staff, post(desk::agreements::withdraw)),
        row(g.clone(), "/desk/prices/assortment", Staff, get(desk::group_assortment::show)),
        row(p.clone(), "/desk/prices/assortment", Staff, post(desk::group_assortment::save)),
        row(p.clone(), "/desk/prices/terms", Staff, post(desk::agreements::terms)),
        row(g.clone(), "/desk/prices/revisions/new", Staff, get(desk::revisions::new)),
        row(
            p.clone(),
            "/desk/prices/revisions/proposal",
            Staff,
            post(desk::revisions::propose).layer(DefaultBodyLimit::max(LARGEST_LIST)),
        ),
        row(
            p.clone(),
            "/desk/prices/revisions",
            Staff,
            post(desk::revisions::publish).layer(DefaultBodyLimit::max(LARGEST_LIST)),
        ),
        row(g.clone(), "/desk/prices/revisions/{revision}", Staff, get(desk::revisions::show)),
        row(p.clone(), "/desk/prices/revisions/{revision}/undo", Staff, post(desk::revisions::undo)),
        row(g.clone(), "/desk/packagings", Staff, get(desk::packagings::list)),
        row(p.clone(), "/desk/packagings", Staff, post(desk::packagings::save)),
        row(g.clone(), "/desk/promotions", Staff, get(desk::promotions::list)),
        row(p.clone(), "/desk/promotions", Staff, post(desk::promotions::create)),
        row(g.clone(), "/desk/promotions/new", Staff, get(desk::promotions::new)),
        row(g.clone(), "/desk/promotions/{promotion}", Staff, get(desk::promotions::show)),
        row(p.clone(), "/desk/promotions/{promotion}", Staff, post(desk::promotions::save)),
        row(p.clone(), "/desk/promotions/{promotion}/remove", Staff, post(desk::promotions::remove)),
        row(g.clone(), "/desk/announcements", Staff, get(desk::announcements::list)),
        row(p.clone(), "/desk/announcements", Staff, post(desk::announcements::create)),
        row(g.clone(), "/desk/announcements/new", Staff, get(desk::announcements::new)),
        row(g.clone(), "/desk/announcements/{announcement}", Staff, get(desk::announcements::show)),
        row(p.clone(), "/desk/announcements/{announcement}", Staff, post(desk::announcements::save)),
        row(p.clone(), "/desk/announcements/{announcement}/remove", Staff, post(desk::announcements::remove)),
        row(g.clone(), "/desk/samples", Staff, get(desk::announcements::samples)),
        row(p.clone(), "/desk/samples/{sample}", Staff, post(desk::announcements::decide)),
        row(g.clone(), "/desk/products/{product}/suggestions", Staff, get(desk::product_suggestions::show)),
        row(p.clone(), "/desk/products/{product}/suggestions", Staff, post(desk::product_suggestions::add)),
        row(p.clone(), "/desk/products/{product}/suggestions/remove", Staff, post(desk::product_suggestions::remove)),
        row(g.clone(), "/desk/products/attributes", Staff, get(desk::attributes::list)),
        row(p.clone(), "/desk/products/attributes", Staff, post(desk::attributes::create)),
        row(p.clone(), "/desk/products/attributes/{attribute}", Staff, post(desk::attributes::save)),
        row(g.clone(), "/desk/products/{product}/files", Staff, get(desk::product_files::show)),
        row(p.clone(), "/desk/products/{product}/stock", Staff, post(desk::product_files::tell_stock)),
        row(
            p.clone(),
            "/desk/products/{product}/pictures",
            Staff,
            post(desk::product_files::add_picture).layer(DefaultBodyLimit::max(READ)),
        ),
        row(g.clone(), "/desk/products/{product}/pictures/{hash}", Staff, get(desk::product_files::picture)),
        row(p.clone(), "/desk/products/{product}/pictures/{hash}", Staff, post(desk::product_files::change_picture)),
        row(
            p.clone(),
            "/desk/products/{product}/documents",
            Staff,
            post(desk::product_files::add_document).layer(DefaultBodyLimit::max(READ)),
        ),
        row(g.clone(), "/desk/products/{product}/documents/{hash}", Staff, get(desk::product_files::document)),
        row(p.clone(), "/desk/products/{product}/documents/{hash}", Staff, post(desk::product_files::remove_document)),
        row(g.clone(), "/desk/files", Staff, get(desk::files::page)),
        row(p.clone(), "/desk/files", Staff, post(desk::files::take).layer(DefaultBodyLimit::max(READ))),
        row(g.clone(), "/desk/files/{file}", Staff, get(desk::files::export)),
        row(g.clone(), "/desk/files/imports/{upload}", Staff, get(desk::files::report)),
        row(p.clone(), "/desk/files/imports/{upload}", Staff, post(desk::files::import)),
        row(g.clone(), "/desk/files/imports/{upload}/rejected.csv", Staff, get(desk::files::rejected)),
        row(g, "/desk/staff", Staff, get(desk::staff::list)),
        row(p.clone(), "/desk/staff", Staff, post(desk::staff::invite)),
        row(p, "/desk/staff/remove", Staff, post(desk::staff::remove)),
    ]
}

/// The whole server, without a socket.
pub fn router(portal: Portal) -> Router {
    // an error says that it was done already, by another router of this process
    let _ = any_spawner::Executor::init_tokio();
    let pages = routes().into_iter().fold(Router::new(), |router, (_, path, _, handler)| router.route(path, handler));
    pages
        .fallback(other)
        .layer(from_fn(guard::carry_through))
        .layer(from_fn_with_state(portal.clone(), fault::keep_form))
        .layer(from_fn_with_state(portal.clone(), fault::tell))
        .layer(from_fn_with_state(portal.clone(), session::find))
        .layer(from_fn_with_state(portal.clone(), guard::own_site))
        .layer(from_fn_with_state(portal.clone(), fault::tell))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn_with_state(portal.clone(), guard::headers))
        .with_state(portal)
}

/// A built file, or nothing.
async fn other(request: Request) -> Response {
    match assets::find(request.uri().path()).filter(|_| request.method() == Method::GET) {
        Some(asset) => assets::answer(asset, request.headers()),
        None => fault::Oops::NotFound.into_response(),
    }
}

/// `GET /readyz`: can orders be taken? Tries to begin a write, and is no longer ready once the server is stopping.
async fn ready(State(portal): State<Portal>) -> Response {
    if *portal.stopping().borrow() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping").into_response();
    }
    match portal.db.write().await {
        Ok(_) => (StatusCode::OK, "ready").into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "database").into_response()
        }
    }
}
