using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>What a column cannot be at once.</summary>
static class ColumnContradictions
{
    static readonly string[] Signs = [",", ".", "'", "’", " ", "\u00A0", "\u202F", "_"];

    static readonly string[] Checks = ["maxMissing", "unique", "pattern", "minLength", "maxLength", "tolerance", "severity"];

    /// <param name="errors">Takes what members of the column contradict each other in.</param>
    public static void Check(JsonValue item, Column column, JsonErrors errors)
    {
        errors.Try(() => CheckValues(item, column));
        errors.Try(() => CheckNumbers(item, column));
        errors.Try(() => CheckTexts(item, column));
        errors.Try(() => CheckMissing(item, column));
        if (column.Role == ColumnRole.Weight && column.Type is not (ColumnType.Number or ColumnType.Integer))
            errors.Add(item.Required("role").Error($"\"{column.Name}\" is {Words.WithArticle(column.Type)}, which does not say how much a row counts; give it type \"number\", or another \"role\""));
        foreach (var member in column.Role == ColumnRole.Ignore ? Checks : [])
            if (item.Optional(member) is { } check)
                errors.Add(check.Error($"\"{member}\" would never be checked, because \"{column.Name}\" has role \"ignore\"; leave it out, or give the column another \"role\""));
    }

    static void CheckMissing(JsonValue item, Column column)
    {
        if (column.MaxMissing is not null && !column.Nullable)
            throw item.Required("maxMissing").Error($"\"maxMissing\" says how many values of \"{column.Name}\" may be missing, but \"nullable\" is false: none may; leave out one of them");
    }

    static void CheckValues(JsonValue item, Column column)
    {
        if (column.Type == ColumnType.Category && column.Values.Count == 0)
            throw item.Error($"category \"{column.Name}\" needs its \"values\"");
        if (column.Type == ColumnType.Boolean && (column.TrueText is null || column.FalseText is null || column.TrueText == column.FalseText))
            throw item.Error($"boolean \"{column.Name}\" needs \"true\" and \"false\": two strings exactly as in the file");
        if (column.Positive is not null && !column.LabelValues().Contains(column.Positive))
            throw item.Required("positive").Error(
                $"\"{column.Positive}\" is not a value of \"{column.Name}\"{Nearest.Hint(column.Positive, column.LabelValues())}; \"positive\" names one of its two values");
        if (column.Min > column.Max || column.Earliest > column.Latest)
            throw item.Required("min").Error($"\"min\" of \"{column.Name}\" is above its \"max\"");
        if (column.Open && column.Role == ColumnRole.Label)
            throw item.Required("open").Error($"\"{column.Name}\" is a label, whose \"values\" are the classes that a model predicts, so it has no others; leave out \"open\"");
    }

    static void CheckNumbers(JsonValue item, Column column)
    {
        if (column.Decimal is not (null or "." or ","))
            throw item.Required("decimal").Error($"the decimal separator \"{column.Decimal}\" is neither \".\" nor \",\"");
        if (column.Thousands is not null && Array.IndexOf(Signs, column.Thousands) < 0)
            throw item.Required("thousands").Error($"\"{column.Thousands}\" does not group digits; use one of {string.Join(" ", Signs.Where(sign => sign.Trim().Length > 0))} or a space");
        foreach (var symbol in item.Optional("symbols")?.AsArray() ?? [])
            if (symbol.Text.All(c => c is >= '0' and <= '9' or '+' or '-' or '.' or ',' || char.IsWhiteSpace(c)))
                throw symbol.Error($"\"{symbol.Text}\" cannot be taken off a number, because it could be part of one; write a unit or a currency sign");
    }

    static void CheckTexts(JsonValue item, Column column)
    {
        if (column.MinLength > column.MaxLength)
            throw item.Required("minLength").Error($"\"minLength\" of \"{column.Name}\" is above its \"maxLength\"");
        if (column.Pattern is not null && TextPattern.Problem(column.Pattern) is { } problem)
            throw item.Required("pattern").Error($"the \"pattern\" of \"{column.Name}\" is no regular expression that can be used: {problem}; correct it");
        if (column.Trim || column.Type != ColumnType.Category)
            return;
        if (column.Open)
            throw item.Required("open").Error($"\"{column.Name}\" has \"trim\": false, and Predict takes blanks off, so it would see other values than training; leave out one of them");
        if (item.Required("values").AsArray().FirstOrDefault(value => value.Text.Trim(' ', '\t') != value.Text) is { } blank)
            throw blank.Error($"\"{blank.Text}\" has blanks around it, which Predict takes off, so it would never be predicted with; correct the data and this value");
    }
}
