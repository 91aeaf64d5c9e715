// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Dropped.Sometimes;

public sealed record Options(bool Scale, bool Impute);

public sealed class Builder(MLContext ml)
{
    public IEstimator<ITransformer> Build(Options options, string label)
    {
        var pipeline = new EstimatorChain<ITransformer>()
            .Append(ml.Transforms.Concatenate("Features", "A", "B", "C"));
        if (options.Impute)
            pipeline.Append(ml.Transforms.ReplaceMissingValues("Features")); // KILN4010
        if (options.Scale)
        {
            pipeline.Append(ml.Transforms.NormalizeMinMax("Features")); // KILN4010
        }
        return pipeline.Append(ml.Regression.Trainers.FastTree(label));
    }
}
