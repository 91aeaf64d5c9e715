using Microsoft.ML;

namespace Kiln.Host.Boosters;

/// <summary>A trainer that stands in for another already.</summary>
interface IBoosterTrainer
{
    /// <summary>Begins a booster that grows as long as it is asked to, beside rows that judge it.</summary>
    /// <param name="judges">Rows that it does not learn from.</param>
    GrowingBooster Begin(IDataView training, IDataView judges);
}
