namespace Kiln.Analyzers.Tests.Pipelines.Bar;

/// <summary>One step of a generated pipeline: its call with a place for each column it names.</summary>
/// <param name="Format">The call, with <c>{0}</c> and so on for the columns.</param>
/// <param name="Columns">The columns it names.</param>
/// <param name="Output">The column it makes, if it is one of those it names.</param>
sealed record GeneratedStep(string Format, string[] Columns, string? Output = null)
{
    /// <summary>The columns it only reads, by their place.</summary>
    public IEnumerable<int> Inputs => Enumerable.Range(0, Columns.Length).Where(at => Columns[at] != Output);

    public GeneratedStep With(int at, string column) => this with { Columns = [.. Columns.Select((name, place) => place == at ? column : name)] };

    public string Text => string.Format(System.Globalization.CultureInfo.InvariantCulture, Format, [.. Columns.Select(static column => $"\"{column}\"")]);
}
