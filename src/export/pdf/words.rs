//! The words of a document, in each language: the one table of them.

use std::fmt::Display;

use crate::models::Language;

/// Makes the enum out of lines `Name: "en", "de", "fr", "es", "it", "nl";`.
macro_rules! words {
    ($($word:ident: $en:literal, $de:literal, $fr:literal, $es:literal, $it:literal, $nl:literal;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Word {
            $($word,)*
        }

        impl Word {
            #[cfg(test)]
            pub const ALL: &[Self] = &[$(Self::$word,)*];

            pub const fn in_language(self, language: Language) -> &'static str {
                match self {
                    $(Self::$word => match language {
                        Language::En => $en,
                        Language::De => $de,
                        Language::Fr => $fr,
                        Language::Es => $es,
                        Language::It => $it,
                        Language::Nl => $nl,
                    },)*
                }
            }
        }
    };
}

words! {
    TimeSheet: "Time sheet", "Stundennachweis", "Relevé d’heures", "Hoja de horas", "Foglio ore", "Urenstaat";
    Customer: "Customer", "Kunde", "Client", "Cliente", "Cliente", "Klant";
    Order: "Work order", "Auftrag", "Ordre de travail", "Orden de trabajo", "Ordine di lavoro", "Werkorder";
    Bill: "Bill", "Abrechnung", "Décompte", "Liquidación", "Rendiconto", "Afrekening";
    Bills: "Bills", "Abrechnungen", "Décomptes", "Liquidaciones", "Rendiconti", "Afrekeningen";
    Date: "Date", "Datum", "Date", "Fecha", "Data", "Datum";
    Reference: "Reference", "Referenz", "Référence", "Referencia", "Riferimento", "Referentie";
    Replaces: "Replaces bill", "Ersetzt Abrechnung", "Remplace le décompte", "Sustituye a la liquidación",
        "Sostituisce il rendiconto", "Vervangt afrekening";
    Period: "Period", "Zeitraum", "Période", "Periodo", "Periodo", "Periode";
    From: "from {0}", "ab {0}", "à partir du {0}", "desde el {0}", "dal {0}", "vanaf {0}";
    Until: "until {0}", "bis {0}", "jusqu’au {0}", "hasta el {0}", "fino al {0}", "tot en met {0}";
    Total: "Total", "Summe", "Total", "Total", "Totale", "Totaal";
    Hours: "Hours", "Stunden", "Heures", "Horas", "Ore", "Uren";
    ByPerson: "Hours by person and line item", "Stunden nach Person und Position", "Heures par personne et par poste",
        "Horas por persona y partida", "Ore per persona e voce", "Uren per persoon en post";
    ByLine: "Hours by line item", "Stunden nach Position", "Heures par poste", "Horas por partida", "Ore per voce",
        "Uren per post";
    LineItem: "Line item", "Position", "Poste", "Partida", "Voce", "Post";
    Details: "Details", "Einzelnachweis", "Détail", "Detalle", "Dettaglio", "Specificatie";
    Time: "Time", "Zeit", "Horaire", "Horario", "Orario", "Tijd";
    Person: "Person", "Person", "Personne", "Persona", "Persona", "Persoon";
    Note: "Note", "Bemerkung", "Remarque", "Nota", "Nota", "Opmerking";
    Rounding: "rounding", "Rundung", "arrondi", "redondeo", "arrotondamento", "afronding";
    Subtotal: "Subtotal", "Zwischensumme", "Sous-total", "Subtotal", "Subtotale", "Subtotaal";
    NoTime: "no time", "keine Zeit", "aucun temps", "sin tiempo", "nessun tempo", "geen tijd";
    NoLines: "no line items", "keine Positionen", "aucun poste", "sin partidas", "nessuna voce", "geen posten";
    NoOrders: "No work orders.", "Keine Aufträge.", "Aucun ordre de travail.", "Ninguna orden de trabajo.",
        "Nessun ordine di lavoro.", "Geen werkorders.";
    Running: "running", "läuft", "en cours", "en curso", "in corso", "loopt";
    NotApproved: "not approved", "nicht freigegeben", "non approuvé", "no aprobado", "non approvato",
        "niet goedgekeurd";
    NotCounted: "not approved: the timer is still running and is not counted",
        "nicht freigegeben: Die Uhr läuft noch und zählt nicht mit",
        "non approuvé : le chronomètre tourne encore et n’est pas compté",
        "no aprobado: el cronómetro sigue en marcha y no se cuenta",
        "non approvato: il cronometro è ancora in corso e non viene conteggiato",
        "niet goedgekeurd: de timer loopt nog en telt niet mee";
    Late: "late addition to an earlier bill", "Nachtrag zu einer früheren Abrechnung",
        "complément à un décompte antérieur", "añadido a una liquidación anterior",
        "aggiunta a un rendiconto precedente", "aanvulling op een eerdere afrekening";
    Approval: "Approval", "Freigabe", "Approbation", "Aprobación", "Approvazione", "Goedkeuring";
    ApprovedBy: "Reviewed and approved by {0}: {1}", "Geprüft und freigegeben von {0}: {1}",
        "Vérifié et approuvé par {0} : {1}", "Revisado y aprobado por {0}: {1}",
        "Verificato e approvato da {0}: {1}", "Gecontroleerd en goedgekeurd door {0}: {1}";
    Approved: "Reviewed and approved: {0}", "Geprüft und freigegeben: {0}", "Vérifié et approuvé : {0}",
        "Revisado y aprobado: {0}", "Verificato e approvato: {0}", "Gecontroleerd en goedgekeurd: {0}";
    SomeOf: "{0} of {1} entries", "{0} von {1} Einträgen", "{0} entrées sur {1}", "{0} de {1} registros",
        "{0} registrazioni su {1}", "{0} van {1} registraties";
    NotApprovedSome: "Not approved: {0}", "Nicht freigegeben: {0}", "Non approuvé : {0}", "No aprobado: {0}",
        "Non approvato: {0}", "Niet goedgekeurd: {0}";
    OwnApproval: "The rule of two pairs of eyes was switched off: users could approve their own time.",
        "Das Vier-Augen-Prinzip war ausgeschaltet: Jeder konnte die eigene Zeit freigeben.",
        "La règle des quatre yeux était désactivée : chacun pouvait approuver son propre temps.",
        "La regla de los cuatro ojos estaba desactivada: cada uno podía aprobar su propio tiempo.",
        "La regola dei quattro occhi era disattivata: ognuno poteva approvare il proprio tempo.",
        "Het vierogenprincipe was uitgeschakeld: iedereen kon de eigen tijd goedkeuren.";
    Draft: "DRAFT", "ENTWURF", "BROUILLON", "BORRADOR", "BOZZA", "CONCEPT";
    DraftWhy: "contains unapproved time", "enthält nicht freigegebene Zeit", "contient du temps non approuvé",
        "contiene tiempo no aprobado", "contiene tempo non approvato", "bevat niet-goedgekeurde tijd";
    Cancelled: "CANCELLED", "STORNIERT", "ANNULÉ", "ANULADA", "ANNULLATO", "GEANNULEERD";
    CancelledWhy: "this bill is no longer valid", "diese Abrechnung gilt nicht mehr", "ce décompte n’est plus valable",
        "esta liquidación ya no es válida", "questo rendiconto non è più valido",
        "deze afrekening is niet meer geldig";
    OwnRecord: "OWN RECORD", "EIGENE AUFZEICHNUNG", "RELEVÉ PERSONNEL", "REGISTRO PROPIO", "REGISTRO PERSONALE",
        "EIGEN OVERZICHT";
    OwnRecordWhy: "not registered, without a seal", "nicht registriert, ohne Siegel", "non enregistré, sans sceau",
        "no registrado, sin sello", "non registrato, senza sigillo", "niet geregistreerd, zonder zegel";
    Page: "page {0} of {1}", "Seite {0} von {1}", "page {0} sur {1}", "página {0} de {1}", "pagina {0} di {1}",
        "pagina {0} van {1}";
    Continued: "{0} (continued)", "{0} (Fortsetzung)", "{0} (suite)", "{0} (continuación)", "{0} (continua)",
        "{0} (vervolg)";
    Amount: "Verification – entries: {0}, hours: {1}, seconds: {2}, time zone: {3}",
        "Prüfung – Einträge: {0}, Stunden: {1}, Sekunden: {2}, Zeitzone: {3}",
        "Vérification – entrées : {0}, heures : {1}, secondes : {2}, fuseau horaire : {3}",
        "Verificación – registros: {0}, horas: {1}, segundos: {2}, zona horaria: {3}",
        "Verifica – registrazioni: {0}, ore: {1}, secondi: {2}, fuso orario: {3}",
        "Controle – registraties: {0}, uren: {1}, seconden: {2}, tijdzone: {3}";
    LinesHash: "SHA-256 of the lines: {0}", "SHA-256 der Zeilen: {0}", "SHA-256 des lignes : {0}",
        "SHA-256 de las líneas: {0}", "SHA-256 delle righe: {0}", "SHA-256 van de regels: {0}";
    SealIs: "Seal of the audit trail: {0}", "Siegel des Prüfprotokolls: {0}", "Sceau du journal d’audit : {0}",
        "Sello del registro de auditoría: {0}", "Sigillo del registro di audit: {0}", "Zegel van het auditspoor: {0}";
    CheckWith: "The sender checks this with: {0}", "Der Absender prüft dies mit: {0}",
        "L’émetteur le vérifie avec : {0}", "El emisor lo comprueba con: {0}", "Il mittente lo verifica con: {0}",
        "De afzender controleert dit met: {0}";
    Weekdays: "Mon Tue Wed Thu Fri Sat Sun", "Mo Di Mi Do Fr Sa So", "lun. mar. mer. jeu. ven. sam. dim.",
        "lun mar mié jue vie sáb dom", "lun mar mer gio ven sab dom", "ma di wo do vr za zo";
}

/// A sentence with its gaps `{0}`, `{1}`, … filled.
pub fn fill(sentence: &str, values: &[&dyn Display]) -> String {
    let mut parts = sentence.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (gap, rest) = part.split_once('}').unwrap_or(("", part));
        let value = gap.parse().ok().and_then(|at: usize| values.get(at));
        if let Some(value) = value {
            filled.push_str(&value.to_string());
        }
        filled.push_str(rest);
    }
    filled
}
