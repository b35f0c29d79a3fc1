use super::Doubt;
use super::cut::Line;
use crate::extract::view::View;
use crate::rules::finding::GroupShape;

/// The lines of a group that lead into something, such as "Next steps:", and that no rule takes for the opening of
/// evidence: what follows them is read as more of what stands above.
pub struct LeadIns<'a, 'd> {
    pub view: &'a View<'d>,
    pub shape: &'a GroupShape,
    pub group: &'a [Line<'a>],
}

/// The length in bytes up to which a line may lead into something and say nothing itself.
const LONGEST: usize = 60;

/// Where words that lead into something stand in one line with it, they are not longer than this.
const LONGEST_IN_LINE: usize = 40;

impl LeadIns<'_, '_> {
    pub fn doubts(&self) -> Vec<Doubt> {
        let detail = "this may lead into evidence of its own, and no rule takes it for that";
        let lead_ins = (self.first()..self.group.len()).filter(|&at| self.is_lead_in(at));
        let doubt = |at: usize| Doubt {
            check: "evidence",
            detail: detail.to_owned(),
            span: self.view.block(self.group[at].block).span,
        };
        lead_ins.map(doubt).collect()
    }

    /// The first line that may lead into evidence: the statement may stand below the line that opens the group.
    fn first(&self) -> usize {
        let opening = self.group.first().and_then(|line| self.view.find(&self.shape.opens, line.block));
        if opening.is_some_and(|opening| opening.group("statement").is_none()) { 2 } else { 1 }
    }

    fn is_lead_in(&self, at: usize) -> bool {
        let (line, above) = (&self.group[at], self.view.text(self.group[at - 1].block));
        let block = self.view.block(line.block);
        let stands_alone = !block.is_list_item() && block.cell.is_none() && line.verdict.is_none();
        let is_open = above.ends_with([':', ';', ',']) || above.ends_with(" and");
        let is_known =
            self.shape.evidence.iter().any(|rule| self.view.opens(&rule.opens, &rule.blocks, line.block));
        stands_alone
            && !is_open
            && !is_known
            && (self.leads_below(at) || self.leads_in_line(at) || self.follows(at))
    }

    /// A short line above a list.
    fn leads_below(&self, at: usize) -> bool {
        let line = &self.group[at];
        let text = self.view.text(line.block);
        let below = self.group.get(at + 1).map(|below| self.view.block(below.block));
        (text.ends_with(':') || self.view.block(line.block).is_heading())
            && text.len() <= LONGEST
            && below.is_some_and(|below| below.is_list_item())
    }

    /// A few words with a colon, in a family whose evidence opens with such words.
    fn leads_in_line(&self, at: usize) -> bool {
        let text = self.view.text(self.group[at].block);
        let has_openings = self.shape.evidence.iter().any(|rule| !rule.opens.is_empty());
        has_openings && text.split_once(": ").is_some_and(|(words, _)| words.len() <= LONGEST_IN_LINE)
    }

    /// A paragraph right behind a statement, in a family whose evidence always has an opening.
    fn follows(&self, at: usize) -> bool {
        let evidence = &self.shape.evidence;
        let all_open = !evidence.is_empty() && evidence.iter().all(|rule| !rule.opens.is_empty());
        all_open && at == self.first()
    }
}
