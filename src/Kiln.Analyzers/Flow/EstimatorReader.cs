using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>Reads from the code what estimators an estimator was appended from.</summary>
sealed class EstimatorReader(TypeFlow flow)
{
    /// <summary>The estimators in order, as far as they are known: where each was made.</summary>
    public IReadOnlyList<Origin> EstimatorsOf(IOperation estimator, BodyFlow body)
    {
        var estimators = new List<Origin>();
        Add(estimator, body, estimators);
        return estimators;
    }

    void Add(IOperation estimator, BodyFlow body, List<Origin> estimators)
    {
        // More than anyone writes: the guard is against an estimator that is appended to itself in a loop.
        if (estimators.Count > 1000 || flow.OriginOf(estimator, body) is not { } origin)
            return;
        if (origin.Operation is not IInvocationOperation { TargetMethod.Name: "Append" or "AppendCacheCheckpoint" } append
            || !MachineLearningTypes.IsOwn(append.TargetMethod.ContainingType))
        {
            estimators.Add(origin);
            return;
        }
        var chain = append.Instance ?? append.Arguments[0].Value;
        Add(chain, origin.Body, estimators);
        if (append.TargetMethod.Name == "Append" && append.Arguments.FirstOrDefault(argument => argument.Value != chain) is { } next)
            Add(next.Value, origin.Body, estimators);
    }

    /// <summary>Whether a learning algorithm is among the estimators for sure.</summary>
    public bool HasTrainer(IOperation estimator, BodyFlow body) =>
        EstimatorsOf(estimator, body).Any(static estimator => IsTrainer(estimator.Operation.Type));

    /// <summary>A type that learns: <c>ITrainerEstimator</c>.</summary>
    public static bool IsTrainer(ITypeSymbol? type) =>
        type is not null && MachineLearningTypes.IsOwn(type)
        && type.AllInterfaces.Any(static one => one.Name == "ITrainerEstimator" && MachineLearningTypes.IsOwn(one));
}
