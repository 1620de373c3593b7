//! Every "no" as a sentence that says what to do.

use domain::{Cents, Currency, Lang, Permission, Refusal, UnitPrice, delivery::WhyNot};

use super::{format, texts};

/// The sentence for a refusal.
pub fn sentence(lang: Lang, currency: Currency, refusal: &Refusal) -> String {
    use super::sheet as s;
    use texts as t;
    if let Some(sentence) = super::quantity_refusal(lang, refusal) {
        return sentence;
    }
    match refusal {
        Refusal::NoResult { typed } => super::quick::no_result(lang, typed),
        Refusal::Required => t::required(lang).into(),
        Refusal::TooManyLists { most } => super::lists::too_many_lists(lang, *most),
        Refusal::TooManySections { most } => super::lists::too_many_sections(lang, *most),
        Refusal::TooManyRows { most } => t::too_many_rows(lang, *most),
        Refusal::OfRow { row, why } => t::of(lang, &super::revisions::row(lang, *row), &sentence(lang, currency, why)),
        Refusal::TooManyDecimals { most } => super::agreements::too_many_decimals(lang, *most),
        Refusal::TooLong { most } => t::too_long(lang, *most),
        Refusal::ControlCharacter => t::control_character(lang).into(),
        Refusal::Ambiguous { typed, one, other, decimals } => {
            let written = |value: i64| match decimals {
                2 => format::typed_amount(lang, Some(Cents(value))),
                _ => format::typed_price(lang, UnitPrice(value)),
            };
            t::ambiguous(lang, typed, &written(*one), &written(*other))
        }
        Refusal::NotADate { typed } => t::not_a_date(lang, typed),
        Refusal::Past { date } => t::past(lang, &format::full_date(lang, *date)),
        Refusal::NotAnEmail => t::not_an_email(lang).into(),
        Refusal::NotAPack { typed } => t::not_a_pack(lang, typed),
        Refusal::UnusualWeight { least, most } => {
            t::unusual_weight(lang, &format::quantity(lang, *least), &format::quantity(lang, *most))
        }
        Refusal::NotATier { typed } => t::not_a_tier(lang, typed),
        Refusal::NoBetterTier { typed } => t::no_better_tier(lang, typed),
        Refusal::Overlaps { sku, new, there } => super::agreements::overlap(lang, currency, sku, new, there),
        Refusal::FarOff { before, now } => super::agreements::far_off(
            lang,
            &format::unit_price(lang, currency, *now),
            &format::unit_price(lang, currency, *before),
        ),
        Refusal::ShortNotice { days, earliest } => {
            super::agreements::short_notice(lang, *days, &format::full_date(lang, *earliest))
        }
        Refusal::TiersOfPercent => super::agreements::tiers_of_percent(lang).into(),
        Refusal::NotFreeGoods { typed } => super::promotions::not_free_goods(lang, typed),
        Refusal::Announced { from } => super::revisions::announced(lang, &format::full_date(lang, *from)),
        Refusal::NotAPart { typed } => super::promotions::not_a_part(lang, typed),
        Refusal::NotABundle => super::promotions::not_a_bundle(lang).into(),
        Refusal::FreeParts => super::promotions::free_parts(lang).into(),
        Refusal::BundleChanged => super::promotions::bundle_changed(lang).into(),
        Refusal::NotEmpty => t::leave_empty(lang).into(),
        Refusal::NoThreshold => super::promotions::no_threshold(lang).into(),
        Refusal::EndsBefore => super::promotions::ends_before(lang).into(),
        Refusal::Overlap { sku, name, from, until } => super::promotions::overlap(
            lang,
            sku,
            name,
            &format::full_date(lang, *from),
            &format::full_date(lang, *until),
        ),
        Refusal::FreeChanged { now, .. } => super::promotions::free_now(lang, &format::quantity(lang, *now)),
        Refusal::NotAVatNumber => t::not_a_vat_number(lang).into(),
        Refusal::NotAGtin => t::not_a_gtin(lang).into(),
        Refusal::UnknownUnit { typed } => t::unknown_unit(lang, typed),
        Refusal::UnknownChoice { typed } => t::unknown_choice(lang, typed),
        Refusal::WhichOne { typed } => super::agreements::which_one(lang, typed),
        Refusal::Itself => s::itself(lang).into(),
        Refusal::Circular { sku } => s::circular(lang, sku),
        Refusal::InUse { products } => s::in_use(lang, *products),
        Refusal::FileTooLarge { mebibytes } => s::file_too_large(lang, *mebibytes),
        Refusal::TooManyFiles { most } => s::too_many_files(lang, *most),
        Refusal::NotAPicture => s::not_a_picture(lang).into(),
        Refusal::TooManyPixels { most } => s::too_many_pixels(lang, *most),
        Refusal::NotAPdf => s::not_a_pdf(lang).into(),
        Refusal::OtherSuccessor => s::other_successor(lang).into(),
        Refusal::Taken => t::taken(lang).into(),
        Refusal::Twice { typed } => super::agreements::twice(lang, typed),
        Refusal::OfGroup => super::agreements::of_group_refused(lang).into(),
        Refusal::NothingChanges => super::agreements::nothing_changes(lang).into(),
        Refusal::PasswordTooShort { least } => t::password_too_short(lang, *least),
        Refusal::PasswordGuessable => t::password_guessable(lang).into(),
        Refusal::NotInAssortment => t::not_in_assortment(lang).into(),
        Refusal::NothingReady => super::quick::nothing_ready(lang).into(),
        Refusal::EmptyBasket => t::empty_basket(lang).into(),
        Refusal::BelowMinimum { minimum, total } => t::below_minimum(
            lang,
            &format::money(lang, currency, *minimum),
            &format::money(lang, currency, *minimum - *total),
        ),
        Refusal::NoDelivery { date, why, next } => no_delivery(lang, *date, why, *next),
        Refusal::BasketChanged { by: Some(by) } => t::basket_changed_by(lang, by),
        Refusal::BasketChanged { by: None } => t::basket_changed(lang).into(),
        Refusal::AlreadyOrdered { number, .. } => t::already_ordered(lang, number),
        Refusal::WrongState { state, .. } => t::wrong_state(lang, &super::words::state(lang, *state).to_lowercase()),
        Refusal::NotAllowed(permission) => not_allowed(lang, *permission).into(),
        Refusal::CutOffPassed => t::cut_off_passed(lang).into(),
        Refusal::OtherSite => t::other_site(lang).into(),
        Refusal::PriceChanged { before, now } => {
            t::price_now(lang, &format::unit_price(lang, currency, *now), &format::unit_price(lang, currency, *before))
        }
        Refusal::DepositChanged { before, now } => super::packaging::deposit_now(
            lang,
            &format::money(lang, currency, *now),
            &format::money(lang, currency, *before),
        ),
        Refusal::Stale => t::stale(lang).into(),
        Refusal::WrongCredentials => t::wrong_credentials(lang).into(),
        Refusal::TooManyAttempts { seconds } => t::too_many_attempts(lang, *seconds),
        Refusal::LinkExpired => t::link_expired(lang).into(),
        // said above
        Refusal::NotANumber { .. } | Refusal::Negative | Refusal::TooMany { .. } | Refusal::NotAMultiple { .. } => {
            String::new()
        }
    }
}

fn no_delivery(lang: Lang, date: chrono::NaiveDate, why: &WhyNot, next: Option<chrono::NaiveDate>) -> String {
    let date = format::long_date(lang, date);
    let reason = match why {
        WhyNot::NotOnRoute => texts::not_on_route(lang, &date),
        WhyNot::Closed { name } => texts::closed(lang, &date, name),
        WhyNot::CutOffPassed => texts::cut_off_passed_for(lang, &date),
        WhyNot::TooFarAhead => texts::too_far_ahead(lang, &date),
    };
    match next {
        Some(next) => format!("{reason} {}", texts::next_delivery_is(lang, &format::long_date(lang, next))),
        None => reason,
    }
}

const fn not_allowed(lang: Lang, permission: Permission) -> &'static str {
    match permission {
        Permission::PlaceOrder | Permission::RequestOrder | Permission::FillBasket => texts::may_not_order(lang),
        Permission::ApproveOrder => texts::may_not_approve(lang),
        _ => texts::may_not(lang),
    }
}
