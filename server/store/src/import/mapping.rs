//! The words of a foreign file: which of its columns is which of ours, and what stands in every row of one that it does
//! not have. Written as TOML; `samples/mapping.toml` shows it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{Kind, columns, nearest};

/// A mapping that has been checked against the column sets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    kinds: BTreeMap<&'static str, Words>,
}

/// What a mapping says of a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// Name in the file, and ours; none is passed over.
    columns: Vec<(String, Option<&'static str>)>,
    pub constants: Vec<(&'static str, String)>,
}

/// What is wrong with a mapping, with its line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Not TOML, or not of this shape.
    #[error("{0}")]
    Shape(String),
    #[error("line {line}: {kind} has no column {name:?}{}", perhaps(nearest))]
    UnknownColumn { line: usize, kind: &'static str, name: String, nearest: Option<String> },
    #[error("line {line}: no kind of file {name:?}{}", perhaps(nearest))]
    UnknownKind { line: usize, name: String, nearest: Option<String> },
    #[error("line {line}: {kind} has {name} twice")]
    Twice { line: usize, kind: &'static str, name: String },
}

fn perhaps(nearest: &Option<String>) -> String {
    nearest.as_ref().map(|name| format!(" (perhaps {name})")).unwrap_or_default()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfKind {
    #[serde(default)]
    columns: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    constants: BTreeMap<String, Spanned<Constant>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Constant {
    Yes(bool),
    Whole(i64),
    Decimal(f64),
    Text(String),
}

impl Constant {
    fn text(&self) -> String {
        match self {
            Constant::Yes(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Constant::Whole(number) => number.to_string(),
            Constant::Decimal(number) => number.to_string(),
            Constant::Text(text) => text.clone(),
        }
    }
}

impl Mapping {
    pub fn parse(text: &str) -> Result<Mapping, Wrong> {
        let read: BTreeMap<String, Spanned<OfKind>> =
            toml::from_str(text).map_err(|error| Wrong::Shape(error.to_string()))?;
        let line = |at: usize| text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        let mut mapping = Mapping::default();
        for (name, of_kind) in read {
            let Some(kind) = Kind::from_key(&name) else {
                let nearest = nearest::of(&name, Kind::all().map(Kind::key));
                return Err(Wrong::UnknownKind { line: line(of_kind.span().start), name, nearest });
            };
            let column = |name: &str, at: usize| {
                let known = columns(kind).iter().map(|column| column.name);
                known.clone().find(|known| known.eq_ignore_ascii_case(name)).ok_or_else(|| Wrong::UnknownColumn {
                    line: line(at),
                    kind: kind.key(),
                    name: name.to_owned(),
                    nearest: nearest::of(name, known),
                })
            };
            let mut words = Words::default();
            let OfKind { columns: named, constants } = of_kind.into_inner();
            for (foreign, ours) in named {
                let at = ours.span().start;
                let ours = match ours.get_ref().trim() {
                    "" => None,
                    ours => Some(column(ours, at)?),
                };
                let twice = |(other, of_other): &(String, Option<&str>)| {
                    same(other, &foreign) || (ours.is_some() && *of_other == ours)
                };
                if words.columns.iter().any(twice) {
                    let name = ours.map_or(foreign, str::to_owned);
                    return Err(Wrong::Twice { line: line(at), kind: kind.key(), name });
                }
                words.columns.push((foreign, ours));
            }
            for (name, constant) in constants {
                let at = constant.span().start;
                let ours = column(&name, at)?;
                if words.columns.iter().any(|(_, other)| *other == Some(ours)) {
                    return Err(Wrong::Twice { line: line(at), kind: kind.key(), name });
                }
                words.constants.push((ours, constant.get_ref().text()));
            }
            mapping.kinds.insert(kind.key(), words);
        }
        Ok(mapping)
    }

    pub(super) fn of(&self, kind: Kind) -> Words {
        self.kinds.get(kind.key()).cloned().unwrap_or_default()
    }
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Which of our columns a name of a header means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Means {
    /// Its place among the columns of the kind.
    Column(usize),
    /// Nothing that is read.
    PassedOver,
    Unknown,
}

impl Words {
    pub fn means(&self, kind: Kind, name: &str) -> Means {
        let ours = match self.columns.iter().find(|(foreign, _)| same(foreign, name)) {
            Some((_, None)) => return Means::PassedOver,
            Some((_, Some(ours))) => ours,
            None => name.trim(),
        };
        let known = columns(kind).iter().position(|column| column.name.eq_ignore_ascii_case(ours));
        known.map_or(Means::Unknown, Means::Column)
    }

    /// What was perhaps meant with a name.
    pub fn nearest(&self, kind: Kind, name: &str) -> Option<String> {
        let foreign = self.columns.iter().map(|(foreign, _)| foreign.as_str());
        nearest::of(name, foreign.chain(columns(kind).iter().map(|column| column.name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_a_mapping() {
        let mapping = Mapping::parse(include_str!("../../samples/mapping.toml")).unwrap();
        let words = mapping.of(Kind::Products);
        assert_eq!(words.means(Kind::Products, " ARTIKELNR. "), Means::Column(0));
        assert_eq!(words.means(Kind::Products, "désignation"), Means::Column(3));
        assert_eq!(words.means(Kind::Products, "Magazijn"), Means::PassedOver);
        assert_eq!(words.means(Kind::Products, "gtin"), Means::Column(1));
        assert_eq!(words.means(Kind::Products, "Kleur"), Means::Unknown);
        assert_eq!(words.constants.len(), 2);
        assert_eq!(mapping.of(Kind::Orders), Words::default());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_what_was_meant() {
        let wrong = |text: &str| Mapping::parse(text).unwrap_err().to_string();
        for (text, told) in [
            ("[products.columns]\n\"Art.\" = \"skuu\"\n", "line 2: products has no column \"skuu\" (perhaps sku)"),
            (
                "\n[products.constants]\n\nbase_unti = \"KGM\"",
                "line 4: products has no column \"base_unti\" (perhaps base_unit)",
            ),
            ("[product.columns]\na = \"sku\"", "line 1: no kind of file \"product\" (perhaps products)"),
            ("[products.columns]\na = \"sku\"\nb = \"sku\"", "line 3: products has sku twice"),
            ("[products.columns]\na = \"vat\"\n[products.constants]\nvat = 6", "line 4: products has vat twice"),
        ] {
            assert_eq!(wrong(text), told);
        }
        assert!(wrong("[products.columns]\nArt. = \"sku\"").contains("line 2"));
        assert!(wrong("[products.kolommen]\na = \"sku\"").contains("kolommen"));
    }
}
