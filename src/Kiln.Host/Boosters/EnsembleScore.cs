using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Kiln.Host.Boosters;

/// <summary>What ML.NET's trees of an ensemble add up to, before it is made a 32-bit number.</summary>
sealed class EnsembleScore(TreeEnsembleModelParameters ensemble)
{
    delegate double Sum(in VBuffer<float> columns);

    readonly Sum _sum = Internals.Delegate<Sum>(Internals.Call(ensemble, "get_TrainedEnsemble")!, "GetOutput");

    public double Predict(float[] columns) => _sum(new VBuffer<float>(columns.Length, columns));
}
