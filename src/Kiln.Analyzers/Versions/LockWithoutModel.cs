using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Analyzers.Versions;

/// <summary>
/// A lock that was left behind when its model's class was renamed or its file moved. Only one with released versions: the rest of a lock is
/// written anew.
/// </summary>
static class LockWithoutModel
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.LockWithoutModel, "A lock with releases belongs to no model",
        "no model '{0}' is declared beside this lock, so the versions it released bind nothing; move or rename it along with the class, or delete it",
        Category.Versions, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.LockWithoutModel),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static void Check(IEnumerable<ModelUnderTest> models, LockSet locks, Action<Diagnostic> report, CancellationToken stop)
    {
        foreach (var file in locks.Without(models.Select(static model => model.Declaration), stop))
            if (file.Reading.Lock is { Released.Count: > 0 })
                report(Diagnostic.Create(Rule, Microsoft.CodeAnalysis.Location.Create(file.Path, default, default(LinePositionSpan)), LockSet.ModelOf(file.Path)));
    }
}
