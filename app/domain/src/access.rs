//! Who may do what. Browser and server ask the same function; the rows an actor may see are the store's question.

use serde::{Deserialize, Serialize};

use crate::{CustomerId, Lang, Refusal, SiteId, UserId};

/// What a person is: to his own organisation, or to the distributor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    // of a customer
    /// Orders.
    Buyer,
    /// Orders, and approves what others ask for.
    Approver,
    /// All of it, and the people.
    CustomerAdmin,
    /// Fills the basket and asks for the order, without seeing prices.
    Kitchen,
    /// Sees orders and invoices, without ordering.
    Bookkeeper,
    // of the distributor
    /// Inside sales: reviews orders, orders on behalf.
    Desk,
    /// Sales representative: orders on behalf.
    Sales,
    /// The desk, and maintains customers, products and assortments.
    Manager,
    /// All of it, and the distributor's own people.
    Administrator,
}

/// A closed list of what can be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Permission {
    SeePrices,
    FillBasket,
    /// Sends the basket to an approver.
    RequestOrder,
    PlaceOrder,
    ApproveOrder,
    SeeOrders,
    ReviewOrders,
    OrderOnBehalf,
    ManagePeople,
    ManageCustomers,
    ManageProducts,
    ManageAssortments,
    ManageStaff,
    /// What goods cost the distributor, and what is left of a price.
    SeeCosts,
}

impl Role {
    pub const ALL: [Role; 9] = [
        Role::Buyer,
        Role::Approver,
        Role::CustomerAdmin,
        Role::Kitchen,
        Role::Bookkeeper,
        Role::Desk,
        Role::Sales,
        Role::Manager,
        Role::Administrator,
    ];

    pub const fn permissions(self) -> &'static [Permission] {
        use Permission::*;
        match self {
            Role::Buyer => &[SeePrices, FillBasket, PlaceOrder, SeeOrders],
            Role::Approver => &[SeePrices, FillBasket, PlaceOrder, ApproveOrder, SeeOrders],
            Role::CustomerAdmin => &[SeePrices, FillBasket, PlaceOrder, ApproveOrder, SeeOrders, ManagePeople],
            Role::Kitchen => &[FillBasket, RequestOrder, SeeOrders],
            Role::Bookkeeper => &[SeePrices, SeeOrders],
            Role::Desk => &[SeePrices, FillBasket, PlaceOrder, SeeOrders, ReviewOrders, OrderOnBehalf],
            Role::Sales => &[SeePrices, FillBasket, PlaceOrder, SeeOrders, OrderOnBehalf, SeeCosts],
            Role::Manager => &[
                SeePrices,
                FillBasket,
                PlaceOrder,
                SeeOrders,
                ReviewOrders,
                OrderOnBehalf,
                ManagePeople,
                ManageCustomers,
                ManageProducts,
                ManageAssortments,
                SeeCosts,
            ],
            Role::Administrator => &[
                SeePrices,
                FillBasket,
                PlaceOrder,
                SeeOrders,
                ReviewOrders,
                OrderOnBehalf,
                ManagePeople,
                ManageCustomers,
                ManageProducts,
                ManageAssortments,
                ManageStaff,
                SeeCosts,
            ],
        }
    }

    pub const fn is_staff(self) -> bool {
        matches!(self, Role::Desk | Role::Sales | Role::Manager | Role::Administrator)
    }

    /// As it is written in files and in the database.
    pub const fn key(self) -> &'static str {
        match self {
            Role::Buyer => "buyer",
            Role::Approver => "approver",
            Role::CustomerAdmin => "customer_admin",
            Role::Kitchen => "kitchen",
            Role::Bookkeeper => "bookkeeper",
            Role::Desk => "desk",
            Role::Sales => "sales",
            Role::Manager => "manager",
            Role::Administrator => "administrator",
        }
    }

    pub fn from_key(key: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|r| r.key() == key)
    }
}

/// Who is asking, and for whom. Person and organisation are two separate facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    pub user: UserId,
    pub name: String,
    pub language: Lang,
    pub role: Role,
    pub party: Party,
}

/// On which side of the counter the actor stands now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Party {
    /// A person of a customer, at one of its sites.
    Customer(At),
    /// The distributor's own.
    Staff,
    /// The distributor's own, ordering on behalf of a customer.
    OnBehalf(At),
}

/// A customer's counter: whose assortment, prices and basket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct At {
    pub customer: CustomerId,
    pub customer_name: String,
    pub site: SiteId,
    pub site_name: String,
    /// True where the person's role is for this one site only.
    pub bound: bool,
}

impl Actor {
    pub fn can(&self, permission: Permission) -> bool {
        self.role.permissions().contains(&permission)
    }

    pub fn require(&self, permission: Permission) -> Result<(), Refusal> {
        if self.can(permission) { Ok(()) } else { Err(Refusal::NotAllowed(permission)) }
    }

    /// The counter he stands at, if he stands at one.
    pub fn at(&self) -> Option<&At> {
        match &self.party {
            Party::Customer(at) | Party::OnBehalf(at) => Some(at),
            Party::Staff => None,
        }
    }

    pub fn is_staff(&self) -> bool {
        !matches!(self.party, Party::Customer(_))
    }

    pub fn on_behalf(&self) -> Option<&At> {
        match &self.party {
            Party::OnBehalf(at) => Some(at),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A change of rights is a line in this table's diff.
    #[test]
    fn the_matrix() {
        let mut matrix = String::new();
        for role in Role::ALL {
            matrix += &format!("{:15}{:?}\n", role.key(), role.permissions());
        }
        assert_eq!(
            matrix,
            "\
buyer          [SeePrices, FillBasket, PlaceOrder, SeeOrders]
approver       [SeePrices, FillBasket, PlaceOrder, ApproveOrder, SeeOrders]
customer_admin [SeePrices, FillBasket, PlaceOrder, ApproveOrder, SeeOrders, ManagePeople]
kitchen        [FillBasket, RequestOrder, SeeOrders]
bookkeeper     [SeePrices, SeeOrders]
desk           [SeePrices, FillBasket, PlaceOrder, SeeOrders, ReviewOrders, OrderOnBehalf]
sales          [SeePrices, FillBasket, PlaceOrder, SeeOrders, OrderOnBehalf, SeeCosts]
manager        [SeePrices, FillBasket, PlaceOrder, SeeOrders, ReviewOrders, OrderOnBehalf, ManagePeople, ManageCustomers, ManageProducts, ManageAssortments, SeeCosts]
administrator  [SeePrices, FillBasket, PlaceOrder, SeeOrders, ReviewOrders, OrderOnBehalf, ManagePeople, ManageCustomers, ManageProducts, ManageAssortments, ManageStaff, SeeCosts]
"
        );
    }
}
