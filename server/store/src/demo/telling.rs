//! The orders of the demo world: eighteen months of them, and what lies at the desk this morning.

use std::collections::HashMap;

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveTime, Utc};
use domain::{
    OrderId, OrderState, Quantity, UserId, VatRate,
    delivery::{Calendar, Weekdays, instant},
    event::Event,
    guide::Habit,
    money::Totals,
    order::{self, Exception},
    price::{Conditions, Price},
};
use sea_orm::{ActiveValue, IntoActiveModel};

use super::{
    Noun, Numbered, PRODUCTS, World, agreed_from, agreed_price, customer_id,
    customers::{CUSTOMERS, STAFF},
    history::{self, PastOrder},
    holidays, id, list_price, packagings, product_id, site_id, unit_of,
};
use crate::{
    Error, Result, Write,
    db::{insert_all, millis},
    distributor::Distributor,
    entity::{self, habit, journal, order_line},
    orders,
};

/// An order with what is special about it.
struct Story {
    order: PastOrder,
    note: &'static str,
    submitted_at: Option<DateTime<Utc>>,
    state: Option<OrderState>,
}

/// What it takes to tell them.
struct Teller<'a> {
    write: &'a Write,
    distributor: &'a Distributor,
    calendar: Calendar,
    people: &'a Numbered,
    now: DateTime<Utc>,
    today: NaiveDate,
    habits: HashMap<(usize, usize, usize), Habit>,
}

/// Writes the orders, and the habits that come of them.
pub(super) async fn put_history(
    write: &Write,
    distributor: &Distributor,
    people: &Numbered,
    world: World,
    now: DateTime<Utc>,
) -> Result<()> {
    let today = now.with_timezone(&distributor.zone).date_naive();
    let calendar = Calendar {
        cut_off: distributor.cut_off,
        lead_days: distributor.lead_days,
        warehouse_days: distributor.warehouse_days,
        route_days: Weekdays::WORKING,
        closures: holidays(today),
    };
    let mut teller = Teller { write, distributor, calendar, people, now, today, habits: HashMap::new() };
    let past = told(world, today);
    let open = teller.open(&past);
    let (mut heads, mut lines, mut events) = (Vec::new(), Vec::new(), Vec::new());
    for (number, story) in
        past.into_iter().enumerate().map(|(i, o)| (i, Story::past(i, o))).chain((100_000..).zip(open))
    {
        let (head, rows, told) = teller.tell(number, story).await?;
        heads.push(head.into_active_model());
        lines.extend(rows.into_iter().map(IntoActiveModel::into_active_model));
        events.extend(told);
    }
    orders::put_many(write, heads, lines).await?;
    insert_all(write, events).await?;
    let rows: Vec<_> = teller
        .habits
        .into_iter()
        .map(|((c, s, p), habit)| {
            habit::Model { site_id: site_id(c, s), product_id: product_id(p), taken: habit.to_text() }
                .into_active_model()
        })
        .collect();
    insert_all(write, rows).await
}

/// The part of the generated history that this world tells.
fn told(world: World, today: NaiveDate) -> Vec<PastOrder> {
    let all = history::history(today);
    match world {
        World::Full => all,
        World::Small => all
            .into_iter()
            .filter(|o| o.customer < 2 && o.ordered_on >= today - Days::new(56))
            .map(|mut o| {
                o.lines.retain(|(p, _)| *p < 14);
                o
            })
            .filter(|o| !o.lines.is_empty())
            .collect(),
    }
}

impl Story {
    /// Now and then one was cancelled or declined.
    fn past(number: usize, order: PastOrder) -> Story {
        let state = match number % 61 {
            7 => Some(OrderState::Cancelled),
            31 => Some(OrderState::Declined),
            _ => None,
        };
        Story { order, note: "", submitted_at: None, state }
    }
}

impl Teller<'_> {
    /// What came in within the last hours: each customer's last order once more for his next delivery, some with a slip,
    /// a note, or too little. At the first two customers' counters there is only what the small world needs.
    fn open(&self, past: &[PastOrder]) -> Vec<Story> {
        let mut open = Vec::new();
        for (customer, buyer) in CUSTOMERS.iter().enumerate() {
            let Some(last) = past.iter().rev().find(|o| o.customer == customer) else { continue };
            let lapsed = (self.today - last.ordered_on).num_days() > 60;
            if lapsed || customer == 0 || customer % 3 == 0 {
                continue;
            }
            let days = buyer.sites[last.site].delivery_days.iter().copied().collect();
            let calendar = Calendar { route_days: days, ..self.calendar.clone() };
            let Some(day) = calendar.days(&self.distributor.zone, self.now, 1).first().copied() else { continue };
            let mut order = PastOrder { delivery_on: day.date, ordered_on: self.today, ..last.clone() };
            let mut note = "";
            match customer % 5 {
                // a nought too many
                2 => {
                    if let Some((_, quantity)) = order.lines.first_mut() {
                        *quantity *= 10;
                    }
                }
                4 => order.lines.truncate(1),
                1 => note = "Graag voor zes uur, langs de achterdeur. De bel werkt niet.",
                _ => {}
            }
            let submitted_at = Some(self.now - Duration::minutes(4 + 9 * customer as i64));
            let state = (customer == 1).then_some(OrderState::AwaitingApproval);
            open.push(Story { order, note, submitted_at, state });
        }
        open
    }

    async fn tell(
        &mut self,
        number: usize,
        story: Story,
    ) -> Result<(entity::order::Model, Vec<order_line::Model>, Vec<journal::ActiveModel>)> {
        let Story { order: past, note, submitted_at, state } = story;
        let order = OrderId(id(Noun::Order, number));
        let minute =
            NaiveTime::from_num_seconds_from_midnight_opt(u32::from(past.ordered_minute) * 60, 0).unwrap_or_default();
        let submitted_at =
            submitted_at.unwrap_or_else(|| instant(&self.distributor.zone, past.ordered_on, minute).min(self.now));
        let cut_off = self.calendar.cut_off_for(&self.distributor.zone, past.delivery_on);
        // who asks for approval is the one who may not order himself
        let asks = state == Some(OrderState::AwaitingApproval);
        let people = CUSTOMERS[past.customer].people;
        let orderer = people.iter().find(|p| if asks { p.role == "kitchen" } else { p.role != "bookkeeper" });
        let (user, name) = self.people.0.get(orderer.map_or("", |p| p.email)).cloned().ok_or(Error::NotFound)?;
        let mut rows = Vec::with_capacity(past.lines.len());
        for (line, (p, quantity)) in past.lines.iter().enumerate() {
            let quantity = Quantity::whole(*quantity);
            rows.push(past_line(order, line, past.customer, *p, quantity, past.delivery_on, agreed_from(self.today))?);
        }
        let deposits = past
            .lines
            .iter()
            .filter_map(|(p, quantity)| Some(packagings::deposit(&PRODUCTS[*p])?.of(Quantity::whole(*quantity))));
        let totals = Totals::of(rows.iter().map(|l| (l.amount, l.vat)), deposits.sum());
        let state = state.unwrap_or_else(|| self.state(past.delivery_on, cut_off));
        let exceptions =
            if state == OrderState::Submitted { self.exceptions(&past, &totals, note).await? } else { Vec::new() };
        let events = self.events(order, state, submitted_at, cut_off, (user, &name), rows.len(), past.delivery_on)?;
        for line in rows.iter_mut().filter(|_| state == OrderState::Delivered) {
            line.delivered = Some(line.confirmed);
        }
        if state.counts() && state != OrderState::AwaitingApproval {
            for (p, quantity) in &past.lines {
                let habit = self.habits.entry((past.customer, past.site, *p)).or_default();
                habit.take(past.delivery_on, Quantity::whole(*quantity));
            }
        }
        let head = entity::order::Model {
            id: order,
            number: orders::next_number(self.write).await?,
            customer_id: customer_id(past.customer),
            site_id: site_id(past.customer, past.site),
            state: state.key().to_owned(),
            entered_by: Some(user),
            entered_by_name: name,
            on_behalf: false,
            submitted_at: millis(submitted_at),
            delivery_on: past.delivery_on,
            cut_off_at: millis(cut_off),
            reference: String::new(),
            note: note.to_owned(),
            lines: rows.len() as i64,
            net: totals.net,
            totals: orders::json(&totals)?,
            attention: i64::from(!exceptions.is_empty()),
            exceptions: orders::json(&exceptions)?,
            // before every basket
            basket_version: -1,
            version: 1,
        };
        Ok((head, rows, events))
    }

    fn state(&self, delivery_on: NaiveDate, cut_off: DateTime<Utc>) -> OrderState {
        if delivery_on < self.today {
            OrderState::Delivered
        } else if cut_off <= self.now {
            OrderState::Accepted
        } else {
            OrderState::Submitted
        }
    }

    async fn exceptions(&self, past: &PastOrder, totals: &Totals, note: &str) -> Result<Vec<Exception>> {
        let customer = crate::customers::by_id(&**self.write, customer_id(past.customer)).await?;
        let none = Habit::default();
        let habit = |p: usize| self.habits.get(&(past.customer, past.site, p)).unwrap_or(&none);
        let judged: Vec<_> =
            past.lines.iter().map(|(p, q)| (PRODUCTS[*p].sku, Quantity::whole(*q), habit(*p))).collect();
        Ok(order::exceptions(&order::Circumstances { customer: &customer, totals, note, lines: &judged }))
    }

    #[expect(clippy::too_many_arguments, reason = "the facts of one order")]
    fn events(
        &self,
        order: OrderId,
        state: OrderState,
        submitted_at: DateTime<Utc>,
        cut_off: DateTime<Utc>,
        (user, name): (UserId, &str),
        lines: usize,
        delivery_on: NaiveDate,
    ) -> Result<Vec<journal::ActiveModel>> {
        let lines = lines as u32;
        let sent = match state {
            OrderState::AwaitingApproval => Event::Requested { lines, delivery_on },
            _ => Event::Submitted { lines, delivery_on },
        };
        let (mia, mia_name) = self.people.0.get(STAFF[0].1).cloned().ok_or(Error::NotFound)?;
        let later = cut_off.min(self.now);
        let mut events = vec![event(order, submitted_at, user, name, &sent)?];
        match state {
            OrderState::Accepted | OrderState::Delivered => {
                events.push(event(order, later, mia, &mia_name, &Event::Accepted)?)
            }
            OrderState::Declined => {
                let declined = Event::Declined { reason: "Die dag zit de vrachtwagen vol; we belden u.".into() };
                events.push(event(order, later, mia, &mia_name, &declined)?);
            }
            OrderState::Cancelled => events.push(event(order, later, user, name, &Event::Cancelled { reason: None })?),
            _ => {}
        }
        Ok(events)
    }
}

fn past_line(
    order: OrderId,
    line: usize,
    customer: usize,
    p: usize,
    quantity: Quantity,
    on: NaiveDate,
    from: NaiveDate,
) -> Result<order_line::Model> {
    let product = &PRODUCTS[p];
    let unit = unit_of(product);
    let agreed: Vec<_> =
        history::agreed_price(customer, p).map(|price| agreed_price(product, price, from)).into_iter().collect();
    let Price { amount, trace } = Conditions::on(on, list_price(product), &agreed, None).price(quantity);
    let own = CUSTOMERS[customer].habit.own_names.iter().find(|(sku, ..)| *sku == product.sku);
    Ok(order_line::Model {
        order_id: order,
        line: line as i64 + 1,
        product_id: product_id(p),
        sku: product.sku.to_owned(),
        name: own.map_or(product.nl, |(_, name, _)| name).to_owned(),
        ordered: quantity,
        confirmed: quantity,
        delivered: None,
        substituted_by: None,
        cause: None,
        vat: VatRate(product.vat),
        price: amount,
        trace: orders::json(&trace)?,
        amount: amount.amount(quantity, &unit),
        deposit: packagings::deposit(product).as_ref().map(orders::json).transpose()?,
        unit: unit.code,
        factor: unit.factor,
        minimum: unit.minimum,
        multiple: unit.multiple,
        base_unit: domain::UnitCode(product.base_unit.to_owned()),
        priced_by_base: false,
        tolerance: None,
        weighed: None,
    })
}

fn event(
    order: OrderId,
    at: chrono::DateTime<chrono::Utc>,
    user: UserId,
    name: &str,
    event: &Event,
) -> Result<journal::ActiveModel> {
    Ok(journal::ActiveModel {
        id: ActiveValue::NotSet,
        at: ActiveValue::Set(millis(at)),
        user_id: ActiveValue::Set(Some(user)),
        by_name: ActiveValue::Set(name.to_owned()),
        on_behalf_of: ActiveValue::Set(None),
        subject: ActiveValue::Set("order".to_owned()),
        subject_id: ActiveValue::Set(order.0),
        event: ActiveValue::Set(orders::json(event)?),
    })
}
