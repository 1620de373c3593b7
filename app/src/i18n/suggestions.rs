//! The sentences about announcements, samples and suggestions.

use super::{Lang, sentences};

sentences! {
    // beside an order
    forgotten_title: "Niets vergeten?" | "Rien oublié ?" | "Forgotten anything?";
    suggested_title: "Misschien ook iets voor u" | "Peut-être aussi pour vous" | "Perhaps for you as well";
    taken_so_often(taken: u32, of: u32): "u nam dit {taken} van de laatste {of} keer" | "vous l’avez pris {taken} fois sur les {of} dernières" | "you took this {taken} of the last {of} times";
    goes_with(title: &str): "past bij {title}" | "va avec {title}" | "goes with {title}";
    often_with(title: &str): "vaak samen genomen met {title} door zaken zoals de uwe" | "souvent pris avec {title} par des maisons comme la vôtre" | "often taken with {title} by businesses like yours";
    better_than(title: &str): "in plaats van {title}" | "au lieu de {title}" | "instead of {title}";
    cheaper_than(title: &str): "goedkoper dan {title}" | "moins cher que {title}" | "cheaper than {title}";
    a_month(amount: &str): "ongeveer {amount} per maand minder, als u evenveel blijft nemen" | "environ {amount} de moins par mois, à quantité égale" | "about {amount} less a month, if you go on taking as much";
    add_one(amount: &str, title: &str): "{amount} {title} in het mandje" | "Mettre {amount} {title} au panier" | "Put {amount} {title} into the basket";
    not_again: "Niet meer tonen" | "Ne plus afficher" | "Do not show again";
    not_again_one(name: &str): "{name} niet meer tonen" | "Ne plus afficher {name}" | "Do not show again: {name}";

    // what is new
    news_title: "Nieuw voor u" | "Nouveau pour vous" | "New for you";
    new_with_us: "nieuw bij ons" | "nouveau chez nous" | "new with us";
    ask_sample: "Staal aanvragen" | "Demander un échantillon" | "Ask for a sample";
    ask_sample_of(name: &str): "Staal aanvragen van {name}" | "Demander un échantillon : {name}" | "Ask for a sample of {name}";
    ask_listing: "In mijn lijst zetten" | "Mettre dans ma liste" | "Put it in my list";
    ask_listing_of(name: &str): "In mijn lijst zetten: {name}" | "Mettre dans ma liste : {name}" | "Put it in my list: {name}";
    sample_open: "Staal aangevraagd" | "Échantillon demandé" | "Sample asked for";
    sample_granted: "Staal onderweg" | "Échantillon en route" | "Sample on its way";
    sample_declined: "Geen staal" | "Pas d’échantillon" | "No sample";
    listing_open: "Gevraagd voor uw lijst" | "Demandé pour votre liste" | "Asked for your list";
    listing_granted: "In uw lijst gezet" | "Mis dans votre liste" | "Put in your list";
    listing_declined: "Niet in uw lijst" | "Pas dans votre liste" | "Not in your list";
    your_requests: "Uw aanvragen" | "Vos demandes" | "Your requests";
    your_requests_tip: "Wat u ons vroeg, en wat ervan kwam." | "Ce que vous nous avez demandé, et ce qu’il en est." | "What you asked us for, and what came of it.";
    no_requests: "U hebt nog niets aangevraagd" | "Vous n’avez encore rien demandé" | "You have not asked for anything yet";
    no_requests_tip: "Bij wat nieuw is, kunt u een staal vragen. Uw aanvraag staat dan hier." | "Pour les nouveautés, vous pouvez demander un échantillon. Votre demande se trouvera ici." | "You can ask for a sample of new products. Your request is then here.";
    asked_by_on(who: &str, when: &str): "gevraagd door {who}, {when}" | "demandé par {who}, {when}" | "asked by {who}, {when}";
    answered_on(when: &str): "antwoord {when}" | "réponse {when}" | "answered {when}";

    // samples at the desk
    samples: "Stalen" | "Échantillons" | "Samples";
    samples_title: "Stalen en aanvragen" | "Échantillons et demandes" | "Samples and requests";
    no_samples: "Er is niets aangevraagd" | "Rien n’a été demandé" | "Nothing was asked for";
    no_samples_tip: "Klanten vragen een staal bij een aankondiging. Het staat dan hier, tot u het verstuurt of weigert." | "Les clients demandent un échantillon depuis une annonce. Il apparaît ici jusqu’à votre décision." | "Customers ask for a sample of what is announced. It stands here until you send or decline it.";
    to_do: "Te doen" | "À faire" | "To do";
    done: "Afgehandeld" | "Traité" | "Done";
    nothing_to_do: "Alles is afgehandeld." | "Tout est traité." | "Everything is done.";
    what: "Wat" | "Quoi" | "What";
    who: "Voor wie" | "Pour qui" | "For whom";
    a_sample: "staal" | "échantillon" | "sample";
    a_listing: "in de lijst" | "dans la liste" | "in the list";
    send_sample: "Staal versturen" | "Envoyer l’échantillon" | "Send the sample";
    send_sample_to(name: &str, customer: &str): "Staal versturen: {name}, {customer}" | "Envoyer l’échantillon : {name}, {customer}" | "Send the sample: {name}, {customer}";
    put_in_list: "In zijn lijst zetten" | "Mettre dans sa liste" | "Put in the list";
    put_in_list_of(name: &str, customer: &str): "In zijn lijst zetten: {name}, {customer}" | "Mettre dans sa liste : {name}, {customer}" | "Put in the list: {name}, {customer}";
    decline: "Weigeren" | "Refuser" | "Decline";
    decline_of(name: &str, customer: &str): "Weigeren: {name}, {customer}" | "Refuser : {name}, {customer}" | "Decline: {name}, {customer}";
    decline_reason: "Waarom niet? De klant leest dit." | "Pourquoi pas ? Le client lit ceci." | "Why not? The customer reads this.";
    granted: "Verstuurd" | "Envoyé" | "Sent";
    listed: "In de lijst" | "Dans la liste" | "In the list";
    declined: "Geweigerd" | "Refusé" | "Declined";
    only_managers_list: "Een verantwoordelijke zet het in de lijst" | "Un responsable le met dans la liste" | "A manager puts it in the list";

    // announcements at the desk
    news: "Nieuws" | "Nouveautés" | "News";
    announcements: "Aankondigingen" | "Annonces" | "Announcements";
    add_announcement: "Aankondiging toevoegen" | "Ajouter une annonce" | "Add an announcement";
    no_announcements: "Er is niets aangekondigd" | "Rien n’est annoncé" | "Nothing is announced";
    no_announcements_tip: "Vertel klanten wat nieuw is. Het staat onder hun lijst, nooit ertussen, en wie het niet wil zien, zet het weg." | "Dites à vos clients ce qui est nouveau. Cela se trouve sous leur liste, jamais dedans, et chacun peut le masquer." | "Tell customers what is new. It stands below their list, never in it, and whoever wants to see it no more puts it away.";
    product_number: "Artikelnummer" | "Référence" | "Article number";
    about_what: "Waarover" | "De quoi il s’agit" | "About what";
    about_what_tip: "Eén artikel, in een of twee zinnen. Zonder Franse of Engelse tekst geldt de Nederlandse." | "Un article, en une ou deux phrases. Sans texte français ou anglais, le néerlandais est affiché." | "One article, in a sentence or two. Without a French or English text the Dutch one is shown.";
    text_nl: "Tekst, Nederlands" | "Texte, néerlandais" | "Text, Dutch";
    text_fr: "Tekst, Frans" | "Texte, français" | "Text, French";
    text_en: "Tekst, Engels" | "Texte, anglais" | "Text, English";
    why_he: "De reden" | "La raison" | "The reason";
    why_he_tip: "De klant leest dit bij de naam, bijvoorbeeld “nieuw bij ons, voor warme bakkers”. Leeg: “nieuw bij ons”. Noem geen prijzen: niet iedereen ziet ze." | "Le client lit ceci près du nom, par exemple « nouveau chez nous, pour les boulangers artisans ». Vide : « nouveau chez nous ». Ne citez pas de prix : tous ne les voient pas." | "The customer reads this at the name, for instance “new with us, for artisan bakers”. Empty: “new with us”. Name no prices: not everybody sees them.";
    reason_nl: "Reden, Nederlands" | "Raison, néerlandais" | "Reason, Dutch";
    reason_fr: "Reden, Frans" | "Raison, français" | "Reason, French";
    reason_en: "Reden, Engels" | "Raison, anglais" | "Reason, English";
    when_and_who: "Wanneer en voor wie" | "Quand et pour qui" | "When and for whom";
    when_tip: "Beide dagen inbegrepen. Wie het artikel al neemt, ziet de aankondiging niet." | "Les deux jours inclus. Qui prend déjà l’article ne voit pas l’annonce." | "Both days included. Who takes the article already does not see it.";
    from: "Van" | "Du" | "From";
    until: "Tot en met" | "Jusqu’au (inclus)" | "Until";
    group: "Klantengroep" | "Groupe de clients" | "Customer group";
    asks: "Wat hij kan vragen" | "Ce qu’il peut demander" | "What he can ask for";
    asks_tip: "Een aanvraag komt bij Stalen. Het is geen bestelling." | "Une demande arrive sous « Échantillons ». Ce n’est pas une commande." | "A request comes to Samples. It is no order.";
    with_samples: "Een staal" | "Un échantillon" | "A sample";
    beyond: "Ook voor klanten die het nog niet in hun assortiment hebben: zij kunnen vragen om het in hun lijst te zetten" | "Aussi pour les clients qui ne l’ont pas encore dans leur assortiment : ils peuvent demander de le mettre dans leur liste" | "Also for customers who do not have it in their assortment yet: they can ask to have it put in their list";
    came_of_it: "Wat ervan kwam" | "Ce qu’il en est" | "What came of it";
    seen: "Gezien" | "Vu" | "Seen";
    taken: "Genomen" | "Pris" | "Taken";
    dismissed: "Weggezet" | "Masqué" | "Put away";
    requests: "Aanvragen" | "Demandes" | "Requests";
    counts_tip: "Mensen die het zagen, die het binnen 30 dagen daarna zelf bestelden, en die het niet meer willen zien." | "Personnes qui l’ont vu, qui l’ont commandé elles-mêmes dans les 30 jours, et qui ne veulent plus le voir." | "People who saw it, who ordered it themselves within 30 days, and who want to see it no more.";
    remove_announcement: "Aankondiging verwijderen" | "Supprimer l’annonce" | "Remove the announcement";
    announcement_removed: "De aankondiging is verwijderd" | "L’annonce est supprimée" | "The announcement is removed";

    // what goes with a product
    suggestions: "Suggesties" | "Suggestions" | "Suggestions";
    goes_with_title: "Past erbij" | "Va avec" | "Goes with it";
    goes_with_tip: "Klanten die beide mogen bestellen, zien dit bij het artikel en bij hun mandje." | "Les clients qui peuvent commander les deux le voient près de l’article et de leur panier." | "Customers who may order both see this at the article and at their basket.";
    alternative_title: "Beter of goedkoper" | "Mieux ou moins cher" | "Better or cheaper";
    alternative_tip: "Wat u zou aanraden in plaats van dit artikel, met de reden. Hetzelfde in een andere verpakking, en goedkoper, vindt het portaal zelf, per klant." | "Ce que vous conseilleriez à la place, avec la raison. Le même article dans un autre conditionnement, moins cher, est trouvé automatiquement, par client." | "What you would advise instead, with the reason. The same in another pack, and cheaper, the portal finds by itself for each customer.";
    none_said: "Nog niets." | "Rien encore." | "Nothing yet.";
    reason: "Reden" | "Raison" | "Reason";
    reason_tip: "De klant leest dit. Noem geen prijzen: niet iedereen ziet ze." | "Le client lit ceci. Ne citez pas de prix : tous ne les voient pas." | "The customer reads this. Name no prices: not everybody sees them.";
    add_goes_with: "Bijpassend artikel toevoegen" | "Ajouter un article assorti" | "Add what goes with it";
    add_alternative: "Alternatief toevoegen" | "Ajouter une alternative" | "Add an alternative";
    computed_title: "Uit de bestellingen" | "D’après les commandes" | "From the orders";
    computed_tip: "Wat klanten van een groep vaak samen nemen: over een half jaar, bij minstens drie klanten, waarvan geen enkele meer dan de helft uitmaakt. Elke nacht opnieuw berekend." | "Ce que les clients d’un groupe prennent souvent ensemble : sur six mois, chez au moins trois clients, aucun n’en faisant plus de la moitié. Recalculé chaque nuit." | "What customers of a group often take together: over six months, at least three customers, none of them more than half of it. Worked out anew every night.";
    none_computed: "Uit de bestellingen blijkt niets dat er opvallend vaak bij genomen wordt." | "Les commandes ne montrent rien qui soit pris souvent avec." | "The orders show nothing that is taken with it strikingly often.";
    computed_facts(orders: i64, customers: i64, times: &str): "in {orders} bestellingen van {customers} klanten, {times} keer zo vaak als toeval" | "dans {orders} commandes de {customers} clients, {times} fois plus souvent que le hasard" | "in {orders} orders of {customers} customers, {times} times as often as chance";
    no_group: "Klanten zonder groep" | "Clients sans groupe" | "Customers without a group";
}

/// `Staal aangevraagd`, and what else can have come of it.
pub fn state(
    lang: Lang,
    wants: domain::announcement::Wants,
    state: &domain::announcement::SampleState,
) -> (&'static str, &'static str) {
    use domain::announcement::{SampleState, Wants};
    match (wants, state) {
        (Wants::Sample, SampleState::Open) => ("badge open", sample_open(lang)),
        (Wants::Sample, SampleState::Granted) => ("badge good", sample_granted(lang)),
        (Wants::Sample, SampleState::Declined { .. }) => ("badge warn", sample_declined(lang)),
        (Wants::Listing, SampleState::Open) => ("badge open", listing_open(lang)),
        (Wants::Listing, SampleState::Granted) => ("badge good", listing_granted(lang)),
        (Wants::Listing, SampleState::Declined { .. }) => ("badge warn", listing_declined(lang)),
    }
}
