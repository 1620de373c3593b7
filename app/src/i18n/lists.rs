//! What is said about lists of one's own.

use domain::{
    Lang,
    shopping_list::{Fit, Season},
};

use super::{format, sentences};

sentences! {
    lists: "Lijsten" | "Listes" | "Lists";
    your_lists: "Uw lijsten" | "Vos listes" | "Your lists";
    lists_tip: "Eigen lijsten naast uw bestellijst: voor een dag, een seizoen of de toog, in de volgorde van uw rekken." | "Des listes à vous, à côté de votre liste de commande : pour un jour, une saison ou le comptoir, dans l’ordre de vos rayons." | "Lists of your own beside your order list: for a day, a season or the counter, in the order of your shelves.";
    this_list: "Deze lijst" | "Cette liste" | "This list";
    new_list: "Nieuwe lijst" | "Nouvelle liste" | "New list";
    make_list: "Lijst maken" | "Créer la liste" | "Make the list";
    no_lists: "U hebt nog geen eigen lijsten" | "Vous n’avez pas encore de listes" | "You have no lists of your own yet";
    no_lists_tip: "Maak er een voor zaterdag of voor Kerst, leeg of met wat nu in uw mandje ligt. Een lijst bestelt u in één keer." | "Faites-en une pour le samedi ou pour Noël, vide ou avec le contenu de votre panier. Une liste se commande en une fois." | "Make one for Saturday or for Christmas, empty or with what lies in your basket now. A list is ordered in one go.";
    of_basket: "Van wat in mijn mandje ligt" | "À partir de mon panier" | "From my basket";
    keep_as_list: "Bewaar als lijst" | "Garder comme liste" | "Keep as a list";
    begins_with_basket: "De lijst begint met wat nu in uw mandje ligt, met de aantallen." | "La liste commence par le contenu actuel de votre panier, avec les quantités." | "The list begins with what lies in your basket now, with the quantities.";
    begins_with_order: "De lijst begint met wat in die bestelling stond, met de aantallen." | "La liste commence par le contenu de cette commande, avec les quantités." | "The list begins with what that order had, with the quantities.";
    begins_with_article(name: &str): "De lijst begint met {name}." | "La liste commence par {name}." | "The list begins with {name}.";
    begins_empty: "De lijst begint leeg." | "La liste commence vide." | "The list begins empty.";
    name_tip: "Bijvoorbeeld Zaterdag, Kerst of Toog" | "Par exemple Samedi, Noël ou Comptoir" | "For instance Saturday, Christmas or Counter";
    for_whom: "Voor wie" | "Pour qui" | "For whom";
    only_here(site: &str): "Alleen {site}" | "Seulement {site}" | "Only {site}";
    only_here_tip: "Wie daar bestelt, ziet de lijst en houdt ze mee bij" | "Ceux qui y commandent voient la liste et la tiennent à jour" | "Whoever orders there sees the list and helps to keep it";
    all_sites: "Alle vestigingen" | "Tous les sites" | "All sites";
    all_sites_tip: "Gedeeld in heel uw zaak" | "Partagée dans toute votre entreprise" | "Shared in your whole company";
    shared: "gedeeld met alle vestigingen" | "partagée avec tous les sites" | "shared with all sites";
    for_which_days: "Voor leveringen op" | "Pour les livraisons du" | "For deliveries on";
    for_which_days_tip: "Mag leeg blijven: dan past de lijst op elke dag" | "Peut rester vide : la liste convient à tous les jours" | "May stay empty: the list then suits any day";
    season: "Seizoen" | "Saison" | "Season";
    season_tip: "Mag leeg blijven. Elk jaar opnieuw; het mag over Nieuwjaar lopen." | "Peut rester vide. Chaque année ; elle peut passer le Nouvel An." | "May stay empty. Every year again; it may run across New Year.";
    from: "Van" | "Du" | "From";
    until: "Tot en met" | "Jusqu’au" | "Up to and including";
    day: "dag" | "jour" | "day";
    month: "maand" | "mois" | "month";
    settings: "Naam en dagen" | "Nom et jours" | "Name and days";
    arrange: "Schikken" | "Ranger" | "Arrange";
    arrange_list(name: &str): "{name} schikken" | "Ranger {name}" | "Arrange {name}";
    arrange_tip: "Zet de artikelen in de volgorde van uw rekken. Sleep aan het handvat, of gebruik de pijltjes." | "Mettez les articles dans l’ordre de vos rayons. Glissez par la poignée, ou utilisez les flèches." | "Put the articles in the order of your shelves. Drag the handle, or use the arrows.";
    arrange_tip_plain: "Zet de artikelen met de pijltjes in de volgorde van uw rekken." | "Mettez les articles dans l’ordre de vos rayons avec les flèches." | "Put the articles in the order of your shelves with the arrows.";
    add_articles: "Artikelen toevoegen" | "Ajouter des articles" | "Add articles";
    print: "Afdrukken" | "Imprimer" | "Print";
    to_list: "Naar de lijst" | "Vers la liste" | "To the list";
    whole: "Hele lijst bestellen" | "Commander toute la liste" | "Order the whole list";
    on_top: "bovenop wat al in uw mandje ligt" | "en plus de ce qui est dans votre panier" | "on top of what lies in your basket";
    add_whole: "Voeg alles toe aan mandje" | "Tout ajouter au panier" | "Add all to the basket";
    not_whole(n: &str): "{n} niet: zie bij het artikel zelf." | "Sauf {n} : voir l’article." | "{n} not: see at the article.";
    added_to_basket(n: &str): "{n} van deze lijst bijgeteld in uw mandje." | "Ajout au panier : {n} de cette liste." | "{n} of this list added to your basket.";
    take_back: "Ongedaan maken" | "Annuler l’ajout" | "Undo";
    taken_back: "Ongedaan gemaakt: uw mandje is zoals voordien." | "Annulé : votre panier est comme avant." | "Undone: your basket is as it was before.";
    kept_since(n: &str): "Ongedaan gemaakt. {n} intussen gewijzigd: dat bleef staan." | "Annulé, sauf pour {n} : modification entre-temps, qui reste." | "Undone. {n} changed meanwhile: that stays.";
    gone: "Niet meer leverbaar" | "N’est plus livrable" | "No longer available";
    take_off(name: &str): "Haal {name} van de lijst" | "Retirer {name} de la liste" | "Take {name} off the list";
    off_list: "Van de lijst halen" | "Retirer de la liste" | "Take off the list";
    unusual(why: &str): "Het aantal op de lijst kan niet. {why}" | "La quantité de la liste n’est pas possible. {why}" | "The quantity on the list is not possible. {why}";
    hidden_one: "1 artikel van deze lijst zit niet meer in uw assortiment." | "1 article de cette liste n’est plus dans votre assortiment." | "1 article of this list is no longer in your assortment.";
    hidden_many(n: usize): "{n} artikelen van deze lijst zitten niet meer in uw assortiment." | "{n} articles de cette liste ne sont plus dans votre assortiment." | "{n} articles of this list are no longer in your assortment.";
    list_empty: "Op deze lijst staat nog niets" | "Il n’y a encore rien sur cette liste" | "There is nothing on this list yet";
    list_empty_tip: "Zet er artikelen op uit uw bestellijst, of vanop de pagina van een artikel." | "Ajoutez-y des articles de votre liste de commande, ou depuis la page d’un article." | "Put articles on it from your order list, or from the page of an article.";
    section: "Vak" | "Rayon" | "Section";
    section_of(name: &str): "Vak van {name}" | "Rayon : {name}" | "Section of {name}";
    no_section: "Zonder vak" | "Sans rayon" | "No section";
    section_name: "Naam van het vak" | "Nom du rayon" | "Name of the section";
    new_section: "Nieuw vak" | "Nouveau rayon" | "New section";
    new_section_tip: "Bijvoorbeeld Koelcel of Bovenste plank" | "Par exemple Chambre froide ou Étagère du haut" | "For instance Cold room or Top shelf";
    section_empty: "Hier staat nog niets. Sleep een artikel hierheen, of kies dit vak bij het artikel zelf." | "Il n’y a encore rien ici. Glissez un article ici, ou choisissez ce rayon auprès de l’article." | "Nothing is here yet. Drag an article here, or choose this section at the article itself.";
    section_empty_plain: "Hier staat nog niets. Kies dit vak bij een artikel en bewaar." | "Il n’y a encore rien ici. Choisissez ce rayon auprès d’un article et enregistrez." | "Nothing is here yet. Choose this section at an article and save.";
    section_up(name: &str): "Vak {name} omhoog" | "Monter le rayon {name}" | "Section {name} up";
    section_down(name: &str): "Vak {name} omlaag" | "Descendre le rayon {name}" | "Section {name} down";
    section_drop(name: &str): "Verwijder vak {name}" | "Supprimer le rayon {name}" | "Remove section {name}";
    up(name: &str): "{name} omhoog" | "Monter {name}" | "{name} up";
    down(name: &str): "{name} omlaag" | "Descendre {name}" | "{name} down";
    drag(name: &str): "Sleep {name}" | "Glisser {name}" | "Drag {name}";
    usual: "Gewoonlijk" | "D’habitude" | "Usual";
    usual_of(name: &str, unit: &str): "{name}, gewoonlijk, in {unit}" | "{name}, d’habitude, en {unit}" | "{name}, usual, in {unit}";
    not_moved: "Niet verplaatst: er is geen verbinding. Probeer het opnieuw." | "Pas déplacé : pas de connexion. Réessayez." | "Not moved: there is no connection. Try again.";
    see_again: "Toon de lijst zoals ze nu is" | "Afficher la liste telle qu’elle est" | "Show the list as it is now";
    remove_list: "Lijst verwijderen" | "Supprimer la liste" | "Remove the list";
    remove_sure(name: &str): "Lijst {name} verwijderen?" | "Supprimer la liste {name} ?" | "Remove the list {name}?";
    remove_told: "De lijst verdwijnt voor iedereen die ze ziet. Uw bestellijst en uw mandje blijven zoals ze zijn." | "La liste disparaît pour tous ceux qui la voient. Votre liste de commande et votre panier restent comme ils sont." | "The list is gone for everybody who sees it. Your order list and your basket stay as they are.";
    remove_yes: "Ja, verwijder de lijst" | "Oui, supprimer la liste" | "Yes, remove the list";
    keep_it: "Behouden" | "Garder" | "Keep it";
    removed: "De lijst is verwijderd." | "La liste est supprimée." | "The list is removed.";
    put_on_list: "Op een lijst zetten" | "Mettre sur une liste" | "Put on a list";
    which_list: "Op welke lijst" | "Sur quelle liste" | "On which list";
    put_there: "Zet erop" | "Ajouter" | "Put it there";
    stands_on(names: &str): "Staat op: {names}" | "Figure sur : {names}" | "Stands on: {names}";
    on_list_now(name: &str): "Staat nu op {name}." | "Est maintenant sur {name}." | "Stands on {name} now.";
    pick_tip: "Vink aan wat op de lijst moet. Elk artikel komt erop met wat u er gewoonlijk van neemt." | "Cochez ce qui doit être sur la liste. Chaque article vient avec ce que vous en prenez d’habitude." | "Tick what should be on the list. Each article comes with what you usually take of it.";
    stands_already: "staat erop" | "y figure" | "is on it";
    put_ticked: "Zet op de lijst" | "Mettre sur la liste" | "Put on the list";
    came_on(n: &str): "{n} op de lijst gezet." | "{n} mis sur la liste." | "{n} put on the list.";
    nothing_ticked: "Er is niets nieuws aangevinkt." | "Rien de nouveau n’est coché." | "Nothing new was ticked.";
    paper_tip: "Zo komt het op papier, op A4." | "Voici comment cela s’imprime, en A4." | "This is how it comes on paper, on A4.";
    amount: "Aantal" | "Quantité" | "Quantity";
    article: "Artikel" | "Article" | "Article";
    own_code: "Eigen code" | "Votre code" | "Own code";
    sku: "Artikelnr." | "Réf." | "Article no.";
    unit: "Eenheid" | "Unité" | "Unit";
    printed_on(date: &str): "Afgedrukt op {date}" | "Imprimé le {date}" | "Printed on {date}";
    for_day(day: &str): "voor {day}" | "pour {day}" | "for {day}";
    in_season(until: &str): "seizoen, t/m {until}" | "saison, jusqu’au {until}" | "season, until {until}";
    for_day_until(day: &str, until: &str): "voor {day}, t/m {until}" | "pour {day}, jusqu’au {until}" | "for {day}, until {until}";
    every_year(from: &str, until: &str): "elk jaar van {from} t/m {until}" | "chaque année du {from} au {until}" | "every year from {from} until {until}";
    too_many_lists(most: usize): "U kunt {most} lijsten hebben. Verwijder er eerst een." | "Vous pouvez avoir {most} listes. Supprimez-en d’abord une." | "You can have {most} lists. Remove one first.";
    too_many_sections(most: usize): "Een lijst kan {most} vakken hebben" | "Une liste peut avoir {most} rayons" | "A list can have {most} sections";
}

/// Why a list is offered: `voor vrijdag`.
pub fn fit(lang: Lang, fit: Fit) -> String {
    match fit {
        Fit::Day(day) => for_day(lang, format::weekday(lang, day)),
        Fit::Season(season) => in_season(lang, &format::year_day(lang, season.until)),
        Fit::Both(day, season) => {
            for_day_until(lang, format::weekday(lang, day), &format::year_day(lang, season.until))
        }
    }
}

/// `elk jaar van 15 december t/m 6 januari`
pub fn every(lang: Lang, season: Season) -> String {
    every_year(lang, &format::year_day(lang, season.from), &format::year_day(lang, season.until))
}

/// What nobody sees any more, as a number.
pub fn hidden(lang: Lang, n: usize) -> String {
    if n == 1 { hidden_one(lang).to_owned() } else { hidden_many(lang, n) }
}
