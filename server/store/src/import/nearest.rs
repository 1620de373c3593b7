//! What was perhaps meant: the known word that the fewest slips make of the typed one.

/// None where nothing is near: more than one slip in three characters is another word. A number without its leading
/// zeros, as a spreadsheet leaves it, is the number with them.
pub(super) fn of<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    let number = typed.trim().bytes().all(|b| b.is_ascii_digit()).then(|| typed.trim().trim_start_matches('0'));
    let typed: Vec<char> = folded(typed);
    if typed.is_empty() || typed.len() > 64 {
        return None;
    }
    let mut most = (typed.len() / 3).min(4);
    let mut best: Option<&str> = None;
    for word in known {
        if number.is_some_and(|number| word.trim_start_matches('0') == number) {
            return Some(word.to_owned());
        }
        let other = folded(word);
        if other.len().abs_diff(typed.len()) > most {
            continue;
        }
        if let Some(slips) = slips(&typed, &other, most) {
            best = Some(word);
            // only something nearer replaces it
            match slips.checked_sub(1) {
                Some(fewer) => most = fewer,
                None => break,
            }
        }
    }
    best.map(str::to_owned)
}

fn folded(text: &str) -> Vec<char> {
    text.trim().chars().flat_map(char::to_lowercase).filter(|c| !matches!(c, ' ' | '-' | '_' | '.')).collect()
}

/// Insertions, deletions, changes and swaps of neighbours, if they are at most `most`.
fn slips(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let mut cost = (row[j] + usize::from(x != y)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before[j - 1] + 1);
            }
            next.push(cost);
        }
        if next.iter().all(|cost| *cost > most) {
            return None;
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = ["010255", "010265", "customer_number", "customer_name"];
        assert_eq!(of("10265", known), Some("010265".into()));
        assert_eq!(of("010256", known), Some("010255".into()));
        assert_eq!(of("Customer Number", known), Some("customer_number".into()));
        assert_eq!(of("costumer_name", known), Some("customer_name".into()));
        assert_eq!(of("suiker", known), None);
        assert_eq!(of("", known), None);
        assert_eq!(of("3", ["1", "2"]), None);
        assert_eq!(of("120", ["000142", "000120"]), Some("000120".into()));
    }
}
