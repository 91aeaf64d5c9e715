// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kept;

public sealed record Options(bool Scale, bool Impute);

public sealed class Builder(MLContext ml)
{
    public IEstimator<ITransformer> Build(Options options, string label)
    {
        IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "A", "B", "C");
        if (options.Impute)
            pipeline = pipeline.Append(ml.Transforms.ReplaceMissingValues("Features"));
        if (options.Scale)
            pipeline = pipeline.Append(ml.Transforms.NormalizeMinMax("Features"));
        return pipeline.Append(ml.Regression.Trainers.FastTree(label));
    }

    public string Describe(IEnumerable<string> steps)
    {
        // Another Append, whose result nobody needs.
        var text = new System.Text.StringBuilder();
        foreach (var step in steps)
            text.Append(step).Append(' ');
        text.Append('.');
        return text.ToString();
    }
}
