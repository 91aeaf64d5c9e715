using System.Collections.Immutable;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Reading;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Evaluation;

/// <summary>
/// A model that is measured on rows it was fitted on, and on nothing else: to hold the two against each other is right, and so is to
/// cross-validate first.
/// </summary>
static class EvaluatedOnTrainingData
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.EvaluatedOnTrainingData, "A model is evaluated on its training data",
        "the model was fitted on these rows ('{0}'), so the metrics say how well it remembers them, not how well it predicts; "
        + "evaluate on rows that Fit did not see, such as the TestSet of a split",
        Category.Gates, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.EvaluatedOnTrainingData));

    public static void Check(
        IReadOnlyList<Measurement> measurements, TypeFlow flow, ValueReader values, ViewReader views, ChainReader chains, MachineLearningTypes types,
        Action<Diagnostic> report)
    {
        var judged = measurements.Select(one => (Measurement: one, Model: Remembered(one, chains))).ToList();
        foreach (var (measurement, model) in judged)
            if (model is not null
                && !judged.Any(other => other.Model is null && MayMeasure(other.Measurement, model))
                && !IsMeasuredElsewhere(model, flow, views, types))
                Report(measurement, model, values, types, report);
    }

    /// <summary>The model that knows all evaluated rows from its fit; null where none surely does.</summary>
    static FittedModel? Remembered(Measurement measurement, ChainReader chains)
    {
        if (!measurement.IsEvaluate || measurement.View is not { } view)
            return null;
        var transforms = measurement.Transforms;
        return transforms
            .Select(static transform => transform.By)
            .FirstOrDefault(model => model is not null
                && view.IsWithin(model.On)
                && IsBefore(model, measurement)
                && (transforms.Count == 1 || chains.HasTrainer(model.Call.Instance!, model.At.Frame)));
    }

    /// <summary>In a loop the rows of a round may be fitted only after they were evaluated.</summary>
    static bool IsBefore(FittedModel model, Measurement measurement) =>
        model.At.Frame.Start != measurement.Body
        || measurement.Body.PlaceOf(model.At.SeenFromStart).CompareTo(measurement.Body.PlaceOf(measurement.Seen)) <= 0;

    static bool MayMeasure(Measurement other, FittedModel model) =>
        !other.IsEvaluate
        || other.Transforms.Count == 0
        || other.Transforms.Any(transform => transform.By is null || transform.By == model);

    /// <summary>Whether the model and other rows are handed to code that is not in sight, which may evaluate there.</summary>
    static bool IsMeasuredElsewhere(FittedModel model, TypeFlow flow, ViewReader views, MachineLearningTypes types)
    {
        return flow.Bodies.Any(body => body.Operations.OfType<IInvocationOperation>().Any(call =>
            !MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType)
            && call.Arguments.Any(argument => IsModel(argument, body))
            && call.Arguments.Any(argument => IsOther(argument, body))));

        bool IsModel(IArgumentOperation argument, BodyFlow body) =>
            types.IsTransformer(argument.Parameter?.Type) && views.ModelOf(argument.Value, new(body)) == model;

        bool IsOther(IArgumentOperation argument, BodyFlow body) =>
            types.IsDataView(argument.Parameter?.Type) && views.ViewOf(argument.Value, new(body))?.IsWithin(model.On) != true;
    }

    static void Report(Measurement measurement, FittedModel model, ValueReader values, MachineLearningTypes types, Action<Diagnostic> report)
    {
        var evaluated = measurement.Seen == measurement.Call ? types.DataOf(measurement.Call)!.Syntax : measurement.Seen.Syntax;
        var fitted = types.DataOf(model.Call)!.Syntax;
        var transform = measurement.Transforms.First(transform => transform.By == model).Call;
        (SyntaxNode Instead, string Text)? held = measurement.Seen == measurement.Call ? HeldOutRows.For(types.DataOf(transform)!, model, measurement, values) : null;
        report(Diagnostic.Create(
            Rule,
            evaluated.GetLocation(),
            held is null ? [fitted.GetLocation()] : [fitted.GetLocation(), held.Value.Instead.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(HeldOutRows.Property, held?.Text),
            fitted.ToString()));
    }
}
