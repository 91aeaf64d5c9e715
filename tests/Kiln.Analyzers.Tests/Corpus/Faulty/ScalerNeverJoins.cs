// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Traffic;

public sealed class JamModel(MLContext ml, bool scale)
{
    public ITransformer Fit(IDataView rows)
    {
        IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "Cars", "Trucks", "Hour", "Rain");
        if (scale)
            pipeline.Append(ml.Transforms.NormalizeMinMax("Features")); // KILN4010
        pipeline = pipeline.Append(ml.BinaryClassification.Trainers.FastTree("Jam"));
        return pipeline.Fit(rows);
    }

    public double Check(ITransformer model, IDataView rows)
    {
        ml.Data.FilterRowsByMissingValues(rows, "Cars", "Trucks"); // KILN4010
        return ml.BinaryClassification.Evaluate(model.Transform(rows), "Jam").AreaUnderRocCurve;
    }
}
