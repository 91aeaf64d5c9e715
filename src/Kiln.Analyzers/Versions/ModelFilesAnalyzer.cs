using System.Collections.Immutable;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Versions;

/// <summary>Models as files that no lock knows: where ML.NET's <c>Model.Save</c> and <c>Model.Load</c> are given a path that the code says.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelFilesAnalyzer : MachineLearningAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(SavedOutside.Rule, LoadedUnpinned.Rule);

    private protected override void Start(CompilationStartAnalysisContext start, MachineLearningTypes types)
    {
        if (start.Compilation.GetTypeByMetadataName("Microsoft.ML.ModelOperationsCatalog") is not { } catalog)
            return;
        var models = new ProjectModels(start.Compilation);
        LookAtCode(start, FileWords.MachineLearning, context =>
        {
            if (context.Operation is not IInvocationOperation call || ModelFile.FromCall(call, catalog) is not { } file)
                return;
            if (file.IsSaved)
                SavedOutside.Check(file, models, context.ReportDiagnostic);
            else
                LoadedUnpinned.Check(file, catalog, context.ReportDiagnostic);
        });
    }
}
