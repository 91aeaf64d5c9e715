// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Hiring;

/// <summary>Predicts whether an offer is accepted.</summary>
public sealed class OfferModel(MLContext ml)
{
    public double CrossValidated(IDataView offers)
    {
        var folds = ml.BinaryClassification.CrossValidate(offers, Pipeline(), labelColumnName: nameof(JobOffer.Accepted), seed: 5);
        return folds.Average(fold => fold.Metrics.AreaUnderRocCurve);
    }

    public IEnumerable<float> Probabilities(IEnumerable<JobOffer> known, IEnumerable<JobOffer> open)
    {
        var model = Pipeline().Fit(ml.Data.LoadFromEnumerable(known));
        return model.Transform(ml.Data.LoadFromEnumerable(open)).GetColumn<float>("Probability");
    }

    IEstimator<ITransformer> Pipeline()
    {
        var encoded = ml.Transforms.Categorical.OneHotEncoding("CityVector", nameof(JobOffer.City));
        var features = encoded.Append(ml.Transforms.Concatenate("Features", "CityVector", "Salary", "Distance"));
        return features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(nameof(JobOffer.Accepted))); // KILN2006
    }
}

public sealed class JobOffer
{
    public string City { get; set; } = "";
    public float Salary { get; set; }
    public float Distance { get; set; }
    public bool Accepted { get; set; }
}
