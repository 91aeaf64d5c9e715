// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Crops;

sealed class Field
{
    public string Soil { get; set; } = "";

    public float Rain { get; set; }

    public float Yield { get; set; }
}

sealed class YieldModel
{
    readonly MLContext _ml = new(seed: 5);

    public ITransformer Train(IReadOnlyCollection<Field> fields)
    {
        var data = _ml.Data.LoadFromEnumerable(fields);
        var features = _ml.Transforms.Concatenate("Features", nameof(Field.Soil), nameof(Field.Rain)); // KILN2002
        return features.Append(_ml.Regression.Trainers.FastTree(nameof(Field.Yield))).Fit(data);
    }
}
