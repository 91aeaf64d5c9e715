using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines.Reading;

/// <summary>Reads the estimators an estimator was appended from, in their order. An estimator that cannot be read is null: it may do anything.</summary>
sealed class ChainReader(ValueReader values, MachineLearningTypes types)
{
    /// <summary>More than that is not looked at one by one.</summary>
    const int MostChains = 8;

    /// <summary>More than anyone writes.</summary>
    const int Longest = 1000;

    /// <summary>Helpers that append each other several times multiply with each: a chain that takes more reading than that is given up.</summary>
    const int MostReads = 2 * Longest;

    /// <summary>The ways through conditions multiply: a chain that has more of them is given up.</summary>
    const int MostChoices = 64;

    static readonly IReadOnlyList<IReadOnlyList<EstimatorCall?>> Unknown = [[null]];

    readonly HashSet<IOperation> _read = [];
    int _depth;
    int _reads;
    int _branches;
    int _choices;

    /// <summary>Whether a call was part of a chain that was read.</summary>
    public bool HasRead(IInvocationOperation call) => _read.Contains(call);

    /// <summary>The estimators, where they do not depend on a condition.</summary>
    public IReadOnlyList<EstimatorCall?> Read(IOperation estimator, Frame frame) => ReadAll(estimator, frame) is { Count: 1 } only ? only[0] : Unknown[0];

    /// <summary>Whether a learning algorithm is among the estimators for sure.</summary>
    public bool HasTrainer(IOperation estimator, Frame frame) =>
        ReadAll(estimator, frame).All(static chain => chain.Any(static one => IsTrainer(one?.Call.Type)));

    /// <summary>A type that learns: <c>ITrainerEstimator</c>.</summary>
    static bool IsTrainer(ITypeSymbol? type) =>
        type is not null && MachineLearningTypes.IsOwn(type)
        && type.AllInterfaces.Any(static one => one.Name == "ITrainerEstimator" && MachineLearningTypes.IsOwn(one));

    /// <summary>The estimators of each chain that the estimator may be, by conditions.</summary>
    public IReadOnlyList<IReadOnlyList<EstimatorCall?>> ReadAll(IOperation estimator, Frame frame)
    {
        if (_depth == 0)
            _reads = 0;
        if (++_reads > MostReads)
            return Unknown;
        _depth++;
        var chains = ReadOrigin(estimator, frame);
        _depth--;
        return chains;
    }

    IReadOnlyList<IReadOnlyList<EstimatorCall?>> ReadOrigin(IOperation estimator, Frame frame)
    {
        switch (values.OriginOf(estimator, frame))
        {
            case (IInvocationOperation { TargetMethod.Name: "Append" or "AppendCacheCheckpoint" or "WithOnFitDelegate" } append, var place)
                when MachineLearningTypes.IsOwn(append.TargetMethod.ContainingType):
                _read.Add(append);
                var start = ReadAll(append.Instance ?? append.Arguments[0].Value, place);
                return append.TargetMethod.Name == "Append" && append.Argument("estimator") is { } next ? Joined(start, ReadAll(next, place)) : start;
            case (IInvocationOperation call, var place) when EstimatorCall.IsEstimator(call, types):
                _read.Add(call);
                return [[new(call, place, values)]];
            case (IObjectCreationOperation { Type.Name: "EstimatorChain", Arguments.IsEmpty: true } empty, _) when MachineLearningTypes.IsOwn(empty.Type):
                return [[]];
            case null:
                return Branches(estimator, frame);
            default:
                return Unknown;
        }
    }

    /// <summary>A chain that grows in a loop branches for ever, and is given up.</summary>
    IReadOnlyList<IReadOnlyList<EstimatorCall?>> Branches(IOperation estimator, Frame frame)
    {
        if (_branches == 0)
            _choices = 0;
        var choices = values.Choices(estimator, frame);
        _choices += choices.Count;
        if (_branches == MostChains || _choices > MostChoices)
            return Unknown;
        _branches++;
        var chains = choices.SelectMany(choice => ReadAll(choice, frame)).ToList();
        _branches--;
        return chains.Count is 0 or > MostChains ? Unknown : chains;
    }

    static IReadOnlyList<IReadOnlyList<EstimatorCall?>> Joined(
        IReadOnlyList<IReadOnlyList<EstimatorCall?>> starts, IReadOnlyList<IReadOnlyList<EstimatorCall?>> ends) =>
        starts.Count * ends.Count > MostChains || starts[0].Count + ends[0].Count > Longest ? Unknown : [.. starts.SelectMany(start => ends.Select(end => (IReadOnlyList<EstimatorCall?>)[.. start, .. end]))];
}
