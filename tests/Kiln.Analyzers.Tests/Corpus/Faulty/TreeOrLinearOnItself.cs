// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Harbour;

public class Ship { [LoadColumn(0)] public float Length { get; set; } [LoadColumn(1)] public float Draught { get; set; } [LoadColumn(2)] public bool Late { get; set; } }

public sealed class Study(bool trees)
{
    readonly MLContext ml = new(seed: 12);

    public double Auc(string path)
    {
        var ships = ml.Data.LoadFromTextFile<Ship>(path, ',');
        var features = ml.Transforms.Concatenate("Features", "Length", "Draught").Append(ml.Transforms.NormalizeMinMax("Features"));
        IEstimator<ITransformer> chain;
        if (trees)
            chain = features.Append(ml.BinaryClassification.Trainers.FastTree("Late"));
        else
            chain = features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Late"));
        var model = chain.Fit(ships);
        return ml.BinaryClassification.Evaluate(model.Transform(ships), "Late").AreaUnderRocCurve; // KILN4007
    }
}
