// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Reusable;

/// <summary>Trains any features with a linear trainer: whether they are scaled is up to whoever made them.</summary>
public sealed class LinearTrainer(MLContext context)
{
    public ITransformer Train(IDataView training, IEstimator<ITransformer> features)
    {
        var trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = "Label",
            FeatureColumnName = "Features",
            L2Regularization = 0.1f,
        });
        return features.Append(trainer).Fit(training);
    }

    public double Measure(ITransformer model, IDataView heldOut)
    {
        var scored = model.Transform(heldOut);
        return context.BinaryClassification.Evaluate(scored).AreaUnderRocCurve;
    }
}
