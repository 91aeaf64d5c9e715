// origin: blind, second round
// contract: churn
using Kiln;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Retention;

/// <summary>Who leaves.</summary>
[Model("churn", Label = "Churned", Version = "1.0.0")] // KILN4004
public sealed partial class ChurnModel;

/// <summary>Still trained by hand, as it was before.</summary>
public sealed class OfferTrainer
{
    readonly MLContext _ml = new(seed: 4);

    public void Train(string data)
    {
        var offers = _ml.Data.LoadFromTextFile<Offer>(data, separatorChar: ',', hasHeader: true);
        var split = _ml.Data.TrainTestSplit(offers, testFraction: 0.2);
        var model = _ml.Transforms.Concatenate("Features", nameof(Offer.Discount), nameof(Offer.Months))
            .Append(_ml.BinaryClassification.Trainers.FastTree(nameof(Offer.Taken)))
            .Fit(split.TrainSet);
        var metrics = _ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), nameof(Offer.Taken));
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:P1}");
        _ml.Model.Save(model, offers.Schema, "offers.zip"); // KILN3007
    }

    public sealed class Offer
    {
        [LoadColumn(0)] public float Discount { get; set; }
        [LoadColumn(1)] public float Months { get; set; }
        [LoadColumn(2)] public bool Taken { get; set; }
    }
}
