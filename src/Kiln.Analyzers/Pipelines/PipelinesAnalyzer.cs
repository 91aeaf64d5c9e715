using System.Collections.Immutable;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Models;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Rules;
using Kiln.Analyzers.Reproducibility;
using Kiln.Generators.Declarations;
using Kiln.Generators.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Rules about the estimators of pipelines and the columns they take and give: what ML.NET itself says only when a pipeline is fitted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelinesAnalyzer : FlowAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        InputColumnUnknown.Rule,
        InputColumnHasWrongType.Rule,
        LabelAsFeature.Rule,
        UselessFeature.Rule,
        MissingValuesUnhandled.Rule,
        UnscaledFeatures.Rule,
        UnusedOutput.Rule,
        WrongLoadColumn.Rule,
        InputClassDoesNotFit.Rule,
        EstimatorNotExportable.Rule,
        MemberWithoutColumn.Rule,
        CategoricalSplit.Rule);

    private protected override void Check(CodeOfType type, MachineLearningTypes types, SemanticModelAnalysisContext file)
    {
        var model = ModelReader.Read(type.Type) is { } declaration ? ModelColumns.Read(declaration, Contracts()) : null;
        foreach (var finding in new PipelineCheck(type, file.SemanticModel, types, model, Contracts).Findings())
            file.ReportDiagnostic(GeneratedConstants.Suggest(finding, type.Type, file.SemanticModel.Compilation).ToDiagnostic());

        ContractSet Contracts() => new(file.Options, static text => ContractReading.Read(text.ToString()), file.CancellationToken);
    }
}
