using Microsoft.ML;

namespace Kiln.Host.Boosters;

/// <summary>A trainer that stands in for another already.</summary>
interface IBoosterTrainer
{
    /// <summary>LightGBM's own parameters, which ML.NET's options have no name for, or which are to differ from those.</summary>
    IReadOnlyDictionary<string, object> Native { get; set; }

    /// <summary>What is done to the trees that it trains; null for nothing.</summary>
    Shrinkage? Shrinkage { get; set; }

    /// <summary>Reads rows once, for as many boosters as are grown on them.</summary>
    /// <param name="judges">Rows that these do not learn from.</param>
    BoosterRows Load(IDataView training, IDataView judges);

    /// <summary>Begins a booster on rows that no other is grown on.</summary>
    /// <param name="judges">Rows that it does not learn from.</param>
    GrowingBooster Begin(IDataView training, IDataView judges) => Load(training, judges).BeginOnly();
}
