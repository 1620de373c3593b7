//! The sentences about returnable packaging.

use super::sentences;

sentences! {
    title: "Leeggoed" | "Vidanges" | "Returnable packaging";
    none_yet: "Nog geen leeggoed" | "Pas encore de vidanges" | "No returnable packaging yet";
    none_yet_tip: "Bakken, kannen en vaten die een klant terugbrengt. Wat erin geleverd wordt, kiest u bij het product." | "Casiers, bidons et fûts qu’un client rapporte. Ce qui y est livré se choisit sur la fiche du produit." | "Crates, churns and casks that a customer brings back. What comes in them is chosen on the product.";
    add: "Leeggoed toevoegen" | "Ajouter une vidange" | "Add packaging";
    edit: "Leeggoed wijzigen" | "Modifier la vidange" | "Edit packaging";
    form_tip: "Een nieuw bedrag telt voor wat vanaf nu besteld wordt. Op waarborg komt geen btw en geen korting." | "Un nouveau montant vaut pour ce qui est commandé dès maintenant. La consigne est sans TVA ni remise." | "A new amount counts for what is ordered from now on. A deposit bears no VAT and no discount.";
    code: "Code" | "Code" | "Code";
    deposit: "Waarborg per stuk" | "Consigne par pièce" | "Deposit for each";
    deposits: "Waarborg leeggoed" | "Consigne vidanges" | "Deposit on packaging";
    comes_in: "Komt in leeggoed" | "Livré en emballage consigné" | "Comes in returnable packaging";
    none: "Nee" | "Non" | "No";
    per_unit: "Stuks leeggoed per verkoopeenheid" | "Vidanges par unité de vente" | "Packaging items per sales unit";
    beside(deposit: &str, unit: &str): "+ {deposit} waarborg per {unit}" | "+ {deposit} de consigne par {unit}" | "+ {deposit} deposit per {unit}";
    of_line(amount: &str): "waarborg {amount}" | "consigne {amount}" | "deposit {amount}";
    deposit_now(now: &str, before: &str): "waarborg nu {now}, was {before}" | "consigne maintenant {now}, avant {before}" | "deposit now {now}, was {before}";
}
