//! The life of an order, in one table. From it come the check on the server, the buttons on the page and the isolation
//! test's cells. The facts of a step (who, when, why) live in the journal ([`crate::event`]).

use serde::{Deserialize, Serialize};

use crate::{Actor, Permission, Refusal};

/// Where an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    AwaitingApproval,
    Submitted,
    Accepted,
    Delivered,
    Declined,
    Cancelled,
}

/// What can be done to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    Approve,
    Adjust,
    /// Say what a weighed article weighs.
    Weigh,
    Accept,
    Decline,
    Cancel,
}

impl OrderState {
    pub const ALL: [OrderState; 6] = [
        OrderState::AwaitingApproval,
        OrderState::Submitted,
        OrderState::Accepted,
        OrderState::Delivered,
        OrderState::Declined,
        OrderState::Cancelled,
    ];

    /// As it is written in the database.
    pub const fn key(self) -> &'static str {
        match self {
            OrderState::AwaitingApproval => "awaiting_approval",
            OrderState::Submitted => "submitted",
            OrderState::Accepted => "accepted",
            OrderState::Delivered => "delivered",
            OrderState::Declined => "declined",
            OrderState::Cancelled => "cancelled",
        }
    }

    pub fn from_key(key: &str) -> Option<OrderState> {
        OrderState::ALL.into_iter().find(|s| s.key() == key)
    }

    /// Will goods come of it, as far as is known now?
    pub const fn counts(self) -> bool {
        !matches!(self, OrderState::Declined | OrderState::Cancelled)
    }

    /// The one table: what `verb` makes of an order in this state, and the right it needs.
    pub const fn after(self, verb: Verb) -> Option<(OrderState, Permission)> {
        use OrderState::*;
        use Permission::*;
        Some(match (self, verb) {
            (AwaitingApproval, Verb::Approve) => (Submitted, ApproveOrder),
            (AwaitingApproval, Verb::Decline) => (Declined, ApproveOrder),
            (AwaitingApproval, Verb::Cancel) => (Cancelled, FillBasket),
            (Submitted, Verb::Adjust) => (Submitted, ReviewOrders),
            (Submitted, Verb::Weigh) => (Submitted, ReviewOrders),
            (Accepted, Verb::Weigh) => (Accepted, ReviewOrders),
            (Submitted, Verb::Accept) => (Accepted, ReviewOrders),
            (Submitted, Verb::Decline) => (Declined, ReviewOrders),
            (Submitted | Accepted, Verb::Cancel) => (Cancelled, PlaceOrder),
            _ => return None,
        })
    }
}

impl Verb {
    pub const ALL: [Verb; 6] = [Verb::Approve, Verb::Adjust, Verb::Weigh, Verb::Accept, Verb::Decline, Verb::Cancel];
}

/// The state after `verb`, or why not: a state in which nobody could do it before a right that this actor lacks.
pub fn next(state: OrderState, verb: Verb, actor: &Actor) -> Result<OrderState, Refusal> {
    match state.after(verb) {
        Some((after, permission)) => actor.require(permission).map(|()| after),
        None => Err(Refusal::WrongState { state, verb }),
    }
}

/// The buttons this actor may press.
pub fn verbs_for(state: OrderState, actor: &Actor) -> Vec<Verb> {
    Verb::ALL.into_iter().filter(|verb| next(state, *verb, actor).is_ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The diagram of README.md is this text.
    #[test]
    fn the_diagram() {
        let mut diagram = String::new();
        for state in OrderState::ALL {
            for verb in Verb::ALL {
                if let Some((after, permission)) = state.after(verb) {
                    diagram += &format!("{} --{verb:?}--> {} ({permission:?})\n", state.key(), after.key());
                }
            }
        }
        assert_eq!(
            diagram,
            "\
awaiting_approval --Approve--> submitted (ApproveOrder)
awaiting_approval --Decline--> declined (ApproveOrder)
awaiting_approval --Cancel--> cancelled (FillBasket)
submitted --Adjust--> submitted (ReviewOrders)
submitted --Weigh--> submitted (ReviewOrders)
submitted --Accept--> accepted (ReviewOrders)
submitted --Decline--> declined (ReviewOrders)
submitted --Cancel--> cancelled (PlaceOrder)
accepted --Weigh--> accepted (ReviewOrders)
accepted --Cancel--> cancelled (PlaceOrder)
"
        );
    }
}
