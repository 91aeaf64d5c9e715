using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;

namespace Kiln.Generators.Text;

/// <summary>What hovering over a column shows: what it is, what is allowed, what was observed.</summary>
static class ColumnDoc
{
    const int MostValues = 8;

    /// <summary>The paragraphs of a summary.</summary>
    public static string[] Format(Column column, DataContract contract)
    {
        contract.Profile.TryGetValue(column.Name, out var profile);
        string?[] paragraphs = [What(column), Allowed(column, profile), Observed(column, profile, contract.Rows), Bars(profile)];
        return [.. paragraphs.OfType<string>()];
    }

    static string What(Column column)
    {
        var type = column.Type switch
        {
            ColumnType.Number => "Number",
            ColumnType.Integer => "Whole number",
            ColumnType.Boolean => $"True ({Xml.Code(column.TrueText!)}) or false ({Xml.Code(column.FalseText!)})",
            ColumnType.Category => $"One of {Counted.Format(column.Values.Count, "value")}{(column.Open ? ", or another" : "")}",
            ColumnType.Text => "Text",
            _ => "Date",
        };
        var unit = string.IsNullOrWhiteSpace(column.Unit) ? "" : $" in {Xml.Escape(column.Unit!)}";
        var description = string.IsNullOrWhiteSpace(column.Description) ? "" : $" {Xml.Escape(column.Description!.Trim())}";
        return $"{type}{unit}{(column.Nullable ? ", may be missing" : "")}.{description}";
    }

    static string? Allowed(Column column, ColumnProfile? profile) => column switch
    {
        { Type: ColumnType.Category } when profile is null || profile.Top.Count == 0 =>
            Listed(column.Values.Select(Xml.Code), column.Values.Count) + (column.Values.Count > MostValues ? "" : "."),
        { Min: { } min, Max: { } max } => $"Allowed: {Exact(min)} to {Exact(max)}.",
        { Min: { } min } => $"Allowed: {Exact(min)} and above.",
        { Max: { } max } => $"Allowed: {Exact(max)} and below.",
        { Earliest: { } earliest, Latest: { } latest } => $"Allowed: {IsoDate.Format(earliest)} to {IsoDate.Format(latest)}.",
        { Earliest: { } earliest } => $"Allowed: {IsoDate.Format(earliest)} and later.",
        { Latest: { } latest } => $"Allowed: {IsoDate.Format(latest)} and earlier.",
        _ => null,
    };

    /// <summary>Values that are personal or sensitive, and free text, are in no documentation: it is packed with the library.</summary>
    static string? Observed(Column column, ColumnProfile? profile, long rows)
    {
        if (profile is null)
            return null;
        var facts = new List<string>();
        if (profile.Min is not null && profile.Max is not null && column.Classification is null)
            facts.Add($"{Xml.Escape(profile.Min)} to {Xml.Escape(profile.Max)}");
        if (profile.Mean is { } mean)
            facts.Add($"mean {Numbers.Value(mean)}");
        if (profile.Top.Count > 0 && column is { Classification: null, Type: not ColumnType.Text })
            facts.Add(Listed(profile.Top.Select(top => Xml.Code(top.Key) + Share(top.Value, rows)), profile.Distinct));
        facts.Add($"{Numbers.Count(profile.Distinct)} different");
        facts.Add(profile.Missing > 0 ? $"{Numbers.Share(profile.Missing)} missing" : "none missing");
        return $"{(rows > 0 ? $"In {Counted.Format(rows, "row")}" : "Observed")}: {string.Join(", ", facts)}.";
    }

    static string Share(long count, long rows) => rows > 0 ? $" {Numbers.Share((double)count / rows)}" : "";

    static string? Bars(ColumnProfile? profile) =>
        profile is { Histogram: { Count: > 0 } bins } && bins.Any(rows => rows > 0) ? $"<c>{Numbers.Histogram(bins)}</c>" : null;

    static string Listed(IEnumerable<string> values, long count)
    {
        var shown = values.Take(MostValues).ToList();
        return string.Join(", ", shown) + (count > shown.Count ? ", …" : "");
    }

    static string Exact(double bound) => bound.ToString("R", CultureInfo.InvariantCulture);
}
