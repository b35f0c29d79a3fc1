//! Templates filled with a brief's data.

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior, context};

use super::notes::{Notes, Sources};
use super::templates::Template;
use super::{Subject, escape, fault, html};
use crate::diagnostic::Diagnostic;
use crate::query::words;

/// Which program made the brief, for its last line.
const MADE_BY: &str = concat!("throughline ", env!("CARGO_PKG_VERSION"));

/// The Markdown of a brief, its notes at the end.
pub fn content(subject: Subject<'_>, template: &Template) -> Result<String, Box<Diagnostic>> {
    let sources = subject.letters().iter().map(|letter| (letter.path.clone(), letter.sha256.clone()));
    let environment = markdown_environment(Sources(sources.collect()));
    let data = Value::from(Serde(subject));
    let data = context! { made_by => MADE_BY, ..data };
    let filled = || {
        let compiled = environment.template_from_named_str("brief.md", &template.text)?;
        let mut captured = compiled.render_captured(data.clone())?;
        let notes = captured.with_state_mut(|state| {
            state.get_extension::<Notes>().map(Notes::to_markdown).unwrap_or_default()
        });
        Ok(captured.into_output().trim_end().to_owned() + "\n" + &notes)
    };
    filled().map_err(|error: Error| Box::new(fault::diagnostic(&error, template, &data)))
}

/// The web page around a brief.
pub fn page(parts: &html::Parts, template: &Template) -> Result<String, Box<Diagnostic>> {
    let mut environment = strict();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let html = |text: &str| Value::from_safe_string(text.to_owned());
    let data = context! {
        title => parts.title.clone(),
        body => html(&parts.body),
        notes => html(&parts.notes),
        made_by => MADE_BY,
    };
    let filled = || environment.template_from_named_str("brief.html", &template.text)?.render(data.clone());
    filled().map_err(|error: Error| Box::new(fault::diagnostic(&error, template, &data)))
}

fn strict() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_debug(true);
    // A tag on a line of its own leaves no line behind.
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment
}

fn markdown_environment(sources: Sources) -> Environment<'static> {
    let mut environment = strict();
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_formatter(|out: &mut Output, _: &mut State, value: &Value| {
        let written = match () {
            () if value.is_none() => Ok(()),
            () if value.is_safe() => out.write_str(&value.to_string()),
            () => out.write_str(&escape::markdown(&value.to_string())),
        };
        Ok(written?)
    });
    let sources = Arc::new(sources);
    let cite = move |state: &mut State, cited: &Value| {
        state.get_or_insert_extension(Notes::default()).mark(cited, &sources)
    };
    let (cite_quote, cite_quotes) = (cite.clone(), cite.clone());
    environment.add_filter("cite", move |state: &mut State, cited: Value| {
        Ok::<_, Error>(Value::from_safe_string(cite(state, &cited)?))
    });
    environment.add_filter("quote", move |state: &mut State, cited: Value, length: Option<usize>| {
        let mark = cite_quote(state, &cited)?;
        Ok::<_, Error>(Value::from_safe_string(quoted(&cited, length)? + &mark))
    });
    environment.add_filter("quotes", move |state: &mut State, all: Value, most: usize, length: usize| {
        let all: Vec<Value> = all.try_iter()?.collect();
        let mut shown = Vec::new();
        for cited in all.iter().take(most) {
            shown.push(quoted(cited, Some(length))? + &cite_quotes(state, cited)?);
        }
        if all.len() > most {
            shown.push(format!("(and {} more)", all.len() - most));
        }
        Ok::<_, Error>(Value::from_safe_string(shown.join(" ")))
    });
    environment.add_filter("shorten", |text: &str, length: usize| words::shorten(text, length));
    environment.add_filter("count", |number: usize, noun: &str| words::count(number, noun));
    environment.add_filter("capital", capital);
    environment
}

/// The words of a citation in quotation marks, cut short where they are longer than `length` characters.
fn quoted(cited: &Value, length: Option<usize>) -> Result<String, Error> {
    let quote = cited.get_attr("quote")?.to_string();
    let line = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = length.map_or_else(|| line.clone(), |length| words::shorten(&line, length));
    Ok(format!("\u{201c}{}\u{201d}", escape::markdown(&shown)))
}

/// With its first letter as a capital.
fn capital(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}
