using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kiln.Analyzers.Gates;
using Kiln.Analyzers.Leakage;
using Kiln.Analyzers.Models;
using Kiln.Analyzers.Versions;
using Kiln.Generators.Declarations;
using Kiln.Generators.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers;

/// <summary>Holds each <c>[Model]</c> class against the contract of its dataset and its lock, reading all three once for all rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange<DiagnosticDescriptor>(
    [
        PlatformTooOld.Rule,
        ModelNotPartial.Rule,
        WrongPipeline.Rule,
        GeneratedConstant.Rule,
        UnknownDataset.Rule,
        .. ShapeProblems.All,
        TaskAssumed.Rule,
        VersionNotSemVer.Rule,
        MetricNotOfTask.Rule,
        GateWithoutBound.Rule,
        WrongSlice.Rule,
        WrongExpectation.Rule,
        DuplicateModel.Rule,
        RandomSplitOverTime.Rule,
        GroupOnBothSides.Rule,
        LockUnreadable.Rule,
        VersionTooLow.Rule,
        VersionTaken.Rule,
        GateLoosened.Rule,
        LockStale.Rule,
        LockWithoutModel.Rule,
        NoGate.Rule,
        GateCannotFail.Rule,
        OnlyThresholdMetrics.Rule,
    ]);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ModelReader.ModelAttribute) is null)
                return;
            var contracts = new ContractSet(
                start.Options,
                text => start.TryGetValue(text, ContractSet.Readings, out var reading) ? reading : ContractReading.Read(text.ToString()),
                start.CancellationToken);
            var locks = new LockSet(
                start.Options.AdditionalFiles,
                text => start.TryGetValue(text, LockSet.Readings, out var reading) ? reading : LockReading.Read(text.ToString()));
            var models = new ConcurrentBag<ModelUnderTest>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (ModelUnderTest.Read((INamedTypeSymbol)symbol.Symbol, symbol.Compilation, contracts, locks, symbol.CancellationToken) is not { } model)
                        return;
                    models.Add(model);
                    Check(model, symbol.ReportDiagnostic);
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                DuplicateModel.Check(models, end.Compilation, end.ReportDiagnostic);
                LockWithoutModel.Check(models, locks, end.ReportDiagnostic, end.CancellationToken);
            });
        });
    }

    static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (PlatformTooOld.Check(model, report))
            return;
        ModelNotPartial.Check(model, report);
        WrongPipeline.Check(model, report);
        if (!model.Declaration.CanBeRead)
        {
            // The compiler says why, except where the reason is only ours to know.
            GeneratedConstant.Check(model, report);
            return;
        }
        UnknownDataset.Check(model, report);
        ShapeProblems.Check(model, report);
        TaskAssumed.Check(model, report);
        VersionNotSemVer.Check(model, report);
        MetricNotOfTask.Check(model, report);
        GateWithoutBound.Check(model, report);
        WrongSlice.Check(model, report);
        WrongExpectation.Check(model, report);
        RandomSplitOverTime.Check(model, report);
        GroupOnBothSides.Check(model, report);
        LockUnreadable.Check(model, report);
        VersionBehindRelease.Check(model, report);
        GateLoosened.Check(model, report);
        LockStale.Check(model, report);
        NoGate.Check(model, report);
        GateCannotFail.Check(model, report);
        OnlyThresholdMetrics.Check(model, report);
    }
}
