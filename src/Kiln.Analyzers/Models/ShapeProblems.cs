using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>A model that does not fit its contract: what the resolver says, at the argument it is about.</summary>
static class ShapeProblems
{
    static readonly DiagnosticDescriptor UnknownLabel = new(
        Ids.UnknownLabel, "The label is not in the data", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.UnknownLabel));

    static readonly DiagnosticDescriptor LabelNotVarying = new(
        Ids.LabelNotVarying, "The label has only one class", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.LabelNotVarying));

    static readonly DiagnosticDescriptor LabelDoesNotFitTask = new(
        Ids.LabelDoesNotFitTask, "The label does not fit the task", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.LabelDoesNotFitTask));

    public static readonly DiagnosticDescriptor UnknownColumn = new(
        Ids.UnknownColumn, "A column is not in the data", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.UnknownColumn));

    static readonly DiagnosticDescriptor NoFeatures = new(
        Ids.NoFeatures, "A model has no features", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.NoFeatures));

    static readonly DiagnosticDescriptor CannotSplit = new(
        Ids.CannotSplit, "A column cannot split the rows", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.CannotSplit));

    static readonly DiagnosticDescriptor PositiveUnknown = new(
        Ids.PositiveUnknown, "The positive value is not a value of the label", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.PositiveUnknown));

    static readonly DiagnosticDescriptor WrongTune = new(
        Ids.WrongTune, "There is nothing to search", "{0}", Category.Build, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongTune));

    static readonly DiagnosticDescriptor WrongThreshold = new(
        Ids.WrongThreshold, "A threshold decides nothing", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongThreshold));

    static readonly DiagnosticDescriptor WrongInterval = new(
        Ids.WrongInterval, "An interval holds no share of the values", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongInterval));

    static readonly DiagnosticDescriptor WrongWeight = new(
        Ids.WrongWeight, "A column cannot weigh the rows", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongWeight));

    static readonly DiagnosticDescriptor WrongRanking = new(
        Ids.WrongRanking, "Rows cannot be ranked", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongRanking));

    static readonly DiagnosticDescriptor WrongAnomalies = new(
        Ids.WrongAnomalies, "Anomalies cannot be found so", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongAnomalies));

    static readonly DiagnosticDescriptor WrongClusters = new(
        Ids.WrongClusters, "Rows cannot be clustered so", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.WrongClusters));

    static readonly DiagnosticDescriptor KnownInTrainingOnly = new(
        Ids.KnownInTrainingOnly, "A feature is known in training only", "{0}", Category.Data, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.KnownInTrainingOnly));

    public static readonly IReadOnlyList<DiagnosticDescriptor> All =
        [UnknownLabel, LabelNotVarying, LabelDoesNotFitTask, UnknownColumn, NoFeatures, CannotSplit, PositiveUnknown, WrongThreshold, WrongInterval, WrongWeight, WrongRanking, WrongAnomalies, WrongClusters, WrongTune, KnownInTrainingOnly];

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        foreach (var problem in model.Problems)
            report(Diagnostic.Create(
                All.Single(rule => rule.Id == problem.Id), model.Attribute.Argument(problem.Argument, problem.Value), problem.Message));
    }
}
