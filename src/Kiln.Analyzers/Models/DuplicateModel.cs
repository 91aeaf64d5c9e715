using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>
/// Two models whose files would be one: the lock, which is named after the class alone and lies beside its source, or the artifacts, which
/// are named after the class in full. Names that differ in case only are one file on some machines.
/// </summary>
static class DuplicateModel
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.DuplicateModel, "Two models would have one file",
        "'{0}' would overwrite {1} of '{2}'; {3}",
        Category.Build, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.DuplicateModel),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static void Check(IEnumerable<ModelUnderTest> models, Compilation compilation, Action<Diagnostic> report)
    {
        Check(models, Artifact, static file => $"models/{file}.onnx",
            "rename one of the classes", compilation, report);
        Check(
            models.GroupBy(Artifact, StringComparer.OrdinalIgnoreCase).Select(static same => same.First()),
            static model => LockSet.PathOf(model.Declaration), static file => file.Substring(file.LastIndexOf('/') + 1),
            "rename one of the classes, or move its file to another folder", compilation, report);
    }

    static string Artifact(ModelUnderTest model) => ModelFileName.Format(model.Declaration.Type);

    static void Check(
        IEnumerable<ModelUnderTest> models, Func<ModelUnderTest, string> key, Func<string, string> shown, string advice,
        Compilation compilation, Action<Diagnostic> report)
    {
        foreach (var same in models.GroupBy(key, StringComparer.OrdinalIgnoreCase))
        {
            if (same.Count() == 1)
                continue;
            var trees = compilation.SyntaxTrees.ToList();
            var ordered = same
                .OrderBy(model => trees.IndexOf(model.Attribute.Location.SourceTree!))
                .ThenBy(static model => model.Attribute.Location.SourceSpan.Start)
                .ToList();
            foreach (var model in ordered.Skip(1))
                report(Diagnostic.Create(Rule, model.ClassName, model.Type.ToDisplayString(), shown(key(ordered[0])), ordered[0].Type.ToDisplayString(), advice));
        }
    }
}
