//! The document around every page: head, header, footer, and the script that wakes the islands.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use domain::{Actor, Cents, Currency, Lang, Permission, Quantity, Refusal, SiteId, UnitPrice, access::Party};
use leptos::prelude::*;

use crate::i18n::{files, format, refusal, suggestions, texts as t, words};

/// Who reads, where and when: what every text depends on.
#[derive(Clone, Debug)]
pub struct Reader {
    pub lang: Lang,
    pub currency: Currency,
    pub zone: Tz,
    pub now: DateTime<Utc>,
    /// The day of `now` in that zone: every date on a page asks for it.
    today: NaiveDate,
    /// The site he orders for, if he stands at one.
    pub site: Option<SiteId>,
}

impl Reader {
    pub fn new(lang: Lang, currency: Currency, zone: Tz, now: DateTime<Utc>, site: Option<SiteId>) -> Reader {
        Reader { lang, currency, zone, now, today: now.with_timezone(&zone).date_naive(), site }
    }

    /// What a form of a counter says of itself: for which site it is. The tabs of a browser share one session, and
    /// another one may have gone to another counter before this form is sent.
    pub fn site_field(&self) -> impl IntoView + use<> {
        self.site.map(|site| view! { <input type="hidden" name="site" value=site.to_string()/> })
    }

    pub fn money(&self, amount: Cents) -> String {
        format::money(self.lang, self.currency, amount)
    }

    pub fn unit_price(&self, price: UnitPrice) -> String {
        format::unit_price(self.lang, self.currency, price)
    }

    pub fn quantity(&self, quantity: Quantity) -> String {
        format::quantity(self.lang, quantity)
    }

    pub fn refusal(&self, refusal: &Refusal) -> String {
        refusal::sentence(self.lang, self.currency, refusal)
    }

    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.zone).naive_local()
    }

    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// `vandaag 10.48`, `morgen 14.00`, `26 nov 14.00`
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        let local = self.local(at);
        let time = match self.lang {
            Lang::Nl => local.format("%H.%M"),
            Lang::Fr => local.format("%H\u{a0}h\u{a0}%M"),
            Lang::En => local.format("%H:%M"),
        };
        let day = match (local.date() - self.today()).num_days() {
            0 => t::today(self.lang).to_owned(),
            1 => t::tomorrow(self.lang).to_owned(),
            -1 => t::yesterday(self.lang).to_owned(),
            -300..=300 => format::short_date(self.lang, local.date()),
            _ => format::full_date(self.lang, local.date()),
        };
        format!("{day} {time}")
    }

    /// `donderdag 26 november`, with the year where it is far away.
    pub fn long_date(&self, date: NaiveDate) -> String {
        let text = format::long_date(self.lang, date);
        if self.is_far(date) { format!("{text} {}", chrono::Datelike::year(&date)) } else { text }
    }

    fn is_far(&self, date: NaiveDate) -> bool {
        (date - self.today()).num_days().abs() > 300
    }

    /// `26 nov`, with the year where it is far away.
    pub fn date(&self, date: NaiveDate) -> String {
        if self.is_far(date) { format::full_date(self.lang, date) } else { format::short_date(self.lang, date) }
    }
}

/// Where the built files are; their names carry a hash of their content.
#[derive(Clone, Copy, Debug, Default)]
pub struct Assets {
    pub css: &'static str,
    pub buyer_js: &'static str,
    pub buyer_wasm: &'static str,
    pub desk_js: &'static str,
    pub desk_wasm: &'static str,
}

/// What stands around a page.
#[derive(Clone, Debug)]
pub struct Chrome {
    pub reader: Reader,
    pub distributor: String,
    /// None on the pages before signing in.
    pub actor: Option<Actor>,
    /// Path and query of the page, also where a refused form was sent elsewhere: which entry of the menu is the current
    /// one, where the language buttons lead back to, and what a page fetches to follow changes.
    pub path: String,
    pub nonce: String,
    pub assets: Assets,
}

impl Chrome {
    /// Are the staff's islands needed here?
    fn of_desk(&self) -> bool {
        self.actor.as_ref().is_some_and(Actor::is_staff)
    }
}

/// The whole document.
pub fn document<V: IntoView>(chrome: &Chrome, title: &str, body: V) -> impl IntoView + use<V> {
    // only islands are hydrated; everything else is finished markup
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    let lang = chrome.reader.lang;
    let (js, wasm) = match chrome.of_desk() {
        true => (chrome.assets.desk_js, chrome.assets.desk_wasm),
        false => (chrome.assets.buyer_js, chrome.assets.buyer_wasm),
    };
    let gate = chrome.actor.is_none();
    // without built files (a plain `cargo test`) pages are plain pages
    let wake = (!js.is_empty() && !gate).then(|| {
        view! { <script nonce=chrome.nonce.clone() type="module">{waker(js, wasm)}</script> }
    });
    let preload = (!js.is_empty() && !gate).then(|| view! { <link rel="modulepreload" href=js/> });
    let body_class = if gate { "gate" } else { "" };
    view! {
        <!DOCTYPE html>
        <html lang=lang.code()>
            <head>
                <meta charset="utf-8"/>
                <title>{format!("{title} · {}", chrome.distributor)}</title>
                <meta name="viewport" content="width=device-width,initial-scale=1"/>
                <meta name="theme-color" content="#fff" media="(prefers-color-scheme:light)"/>
                <meta name="theme-color" content="#171b1f" media="(prefers-color-scheme:dark)"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                <link rel="stylesheet" href=chrome.assets.css/>
                {preload}
            </head>
            <body class=body_class data-here=chrome.path.clone()>
                <a class="skip" href="#main">{t::skip(lang)}</a>
                {header(chrome)}
                {body}
                {footer(chrome)}
                {wake}
            </body>
        </html>
    }
}

/// Loads the module once the page is idle and hydrates each island; what Leptos' own script does, less what islands
/// without children do not need. The document says when it is alive, for tests and for styles.
fn waker(js: &str, wasm: &str) -> String {
    format!(
        "const wake=async()=>{{const m=await import('{js}');await m.default({{module_or_path:'{wasm}'}});m.hydrate();\
         for(const e of document.querySelectorAll('leptos-island')){{const f=m[e.dataset.component];if(f)await f(e)}}\
         document.body.dataset.hydrated='1'}};\
         'requestIdleCallback' in window?requestIdleCallback(wake,{{timeout:1000}}):wake()"
    )
}

fn header(chrome: &Chrome) -> AnyView {
    let Some(actor) = &chrome.actor else { return ().into_any() };
    let lang = chrome.reader.lang;
    let acting = actor.on_behalf().map(|at| {
        let customer = at.customer_name.clone();
        view! {
            <form class="acting" method="post" action="/desk/acting/stop">
                <span>{t::ordering_for(lang)} " " <b>{customer}</b></span>
                <button>{t::stop(lang)}</button>
            </form>
        }
    });
    let entries: Vec<(&str, &str)> = match &actor.party {
        Party::Staff => {
            let mut entries = Vec::new();
            if actor.can(Permission::ReviewOrders) {
                entries.push(("/desk", t::queue(lang)));
            }
            entries.push(("/desk/customers", t::customers(lang)));
            entries.push(("/desk/products", t::products(lang)));
            entries.push(("/desk/prices", crate::i18n::agreements::prices(lang)));
            entries.push(("/desk/promotions", crate::i18n::promotions::title(lang)));
            entries.push(("/desk/announcements", suggestions::news(lang)));
            if actor.can(Permission::ManageProducts) {
                entries.push(("/desk/files", files::files(lang)));
            }
            if actor.can(Permission::ManageStaff) {
                entries.push(("/desk/staff", t::staff(lang)));
            }
            entries
        }
        _ => {
            let mut entries = Vec::new();
            if actor.can(Permission::FillBasket) {
                entries.push(("/order", t::to_order(lang)));
                entries.push(("/basket", t::basket(lang)));
            }
            entries.push(("/orders", t::orders(lang)));
            entries.push(("/account", t::account(lang)));
            entries
        }
    };
    let page = chrome.path.split('?').next().unwrap_or_default();
    // what customers ask for comes of what they are told, packaging belongs to products, and these are ways to order
    let here = match page {
        "/desk/samples" => "/desk/announcements",
        "/desk/packagings" => "/desk/products",
        here if ["/quick-order", "/lists", "/price-changes", "/products/"].iter().any(|way| here.starts_with(way)) => {
            "/order"
        }
        here => here,
    };
    let current = entries
        .iter()
        .map(|(path, _)| *path)
        .filter(|path| here == *path || here.starts_with(&format!("{path}/")))
        .max_by_key(|path| path.len());
    let links = entries
        .into_iter()
        .map(|(path, name)| {
            // the page itself, or one that belongs to it
            let here = (Some(path) == current).then_some(if path == page { "page" } else { "true" });
            view! { <a href=path aria-current=here>{name}</a> }
        })
        .collect_view();
    let (place, role) = match actor.at() {
        Some(at) => (at.site_name.clone(), actor.name.clone()),
        None => (actor.name.clone(), words::role(lang, actor.role).to_owned()),
    };
    view! {
        {acting}
        <header class="top">
            <a class="brand" href="/"><span><small>"Toonbank"</small>{chrome.distributor.clone()}</span></a>
            <nav class="nav" aria-label=t::main_menu(lang)>{links}</nav>
            <a class="who" href="/account">{place}<small>{role}</small></a>
        </header>
    }
    .into_any()
}

fn footer(chrome: &Chrome) -> impl IntoView + use<> {
    let back = chrome.path.clone();
    let links = Lang::ALL
        .into_iter()
        .map(|lang| {
            let here = (lang == chrome.reader.lang).then_some("true");
            view! { <button name="lang" value=lang.code() lang=lang.code() aria-current=here>{words::language(lang)}</button> }
        })
        .collect_view();
    view! {
        <footer class="foot">
            <form method="post" action="/language">
                <input type="hidden" name="back" value=back/>
                {links}
            </form>
        </footer>
    }
}
