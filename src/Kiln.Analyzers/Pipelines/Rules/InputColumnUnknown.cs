using System.Collections.Immutable;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A column that neither the data nor an estimator before has.</summary>
static class InputColumnUnknown
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.InputColumnUnknown, "An estimator takes a column that does not exist",
        "no column is named '{0}' here{1}, so Fit will throw; {2}",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.InputColumnUnknown));

    /// <summary>The property with the nearest name, for the fix.</summary>
    public const string Instead = "Instead";

    /// <summary>The property with the generated constant of that name, where there is one.</summary>
    public const string Constant = "Constant";

    public static Finding Create(ColumnName name, ViewColumns columns)
    {
        var names = columns.Known.Values.Where(static column => !column.IsExcluded).Select(static column => column.Name)
            .OrderBy(static known => known, StringComparer.Ordinal).ToList();
        var near = Nearest.Find(name.Text!, names);
        return new(
            Rule, name.Where.GetLocation(),
            name.IsSpelledHere ? ImmutableDictionary<string, string?>.Empty.Add(Instead, near) : ImmutableDictionary<string, string?>.Empty,
            name.Text!,
            name.IsDefault ? ", the default" : "",
            near is not null ? $"did you mean '{near}'?" : $"there are {List(names)}");
    }

    static string List(List<string> names) => names.Count == 0
        ? "none"
        : string.Join(", ", names.Take(8).Select(static name => $"'{name}'")) + (names.Count > 8 ? ", …" : "");
}
