using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>Two models whose files would be one. Names that differ in case only are one file on some machines.</summary>
static class DuplicateModel
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.DuplicateModel, "Two models have one name",
        "a model named '{0}' is already declared as '{1}', and both would be published as {0}.onnx; rename one of the classes",
        Rules.Build, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Rules.Help(Ids.DuplicateModel),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static void Check(IEnumerable<ModelUnderTest> models, Compilation compilation, Action<Diagnostic> report)
    {
        foreach (var same in models.GroupBy(static model => model.Declaration.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (same.Count() == 1)
                continue;
            var trees = compilation.SyntaxTrees.ToList();
            var ordered = same
                .OrderBy(model => trees.IndexOf(model.Attribute.Location.SourceTree!))
                .ThenBy(static model => model.Attribute.Location.SourceSpan.Start)
                .ToList();
            foreach (var model in ordered.Skip(1))
                report(Diagnostic.Create(Rule, model.ClassName, model.Declaration.Name, ordered[0].Type.ToDisplayString()));
        }
    }
}
