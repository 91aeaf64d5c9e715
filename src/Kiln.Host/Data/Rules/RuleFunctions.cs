namespace Kiln.Host.Data.Rules;

/// <summary>
/// The functions and operators a rule may use: what computes a value from the values of one row. A list of what is allowed, so that a function of
/// the engine's next version, which reads a file or asks for the time, is not.
/// </summary>
static class RuleFunctions
{
    public static IReadOnlySet<string> Allowed { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        // Operators, as the parser names them.
        "+", "-", "*", "/", "//", "%", "**", "^", "||", "~~", "!~~", "~~*", "!~~*", "~~~", "like_escape", "not_like_escape", "ilike_escape", "not_ilike_escape",
        // Numbers.
        "abs", "ceil", "ceiling", "floor", "round", "trunc", "sign", "sqrt", "cbrt", "exp", "ln", "log", "log10", "log2", "pow", "power", "mod",
        "greatest", "least", "isnan", "isinf", "isfinite", "even",
        // Texts.
        "length", "len", "strlen", "lower", "lcase", "upper", "ucase", "trim", "ltrim", "rtrim", "substring", "substr", "left", "right", "replace",
        "contains", "starts_with", "prefix", "suffix", "ends_with", "instr", "position", "strpos", "concat", "regexp_matches", "regexp_full_match",
        "regexp_extract", "levenshtein",
        // Dates.
        "date_part", "datepart", "date_trunc", "datetrunc", "date_diff", "datediff", "year", "month", "day", "hour", "minute", "second", "quarter", "week", "weekday",
        "dayofweek", "isodow", "dayofyear", "last_day", "make_date", "epoch",
        // Whatever there is.
        "ifnull", "nullif",
    };
}
