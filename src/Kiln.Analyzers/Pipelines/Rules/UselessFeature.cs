using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Rules;

/// <summary>A column that names rows, or is the same in all of them, among the features.</summary>
static class UselessFeature
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.UselessFeature, "A feature identifies rows or never varies", "'{0}' {1}, so {2} learns nothing from it that holds for other rows; leave it out",
        Category.Columns, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.UselessFeature));

    public static IEnumerable<Finding> Find(ViewColumn features, ViewColumn? label, EstimatorCall call, ViewColumns data) =>
        from source in features.Sources
        where label?.Sources.ContainsKey(source.Key) != true
        let why = data.Find(source.Key)?.Useless
        where why is not null
        orderby source.Key
        select new Finding(Rule, (source.Value ?? call.MethodName).GetLocation(), source.Key, why, call.Name);
}
