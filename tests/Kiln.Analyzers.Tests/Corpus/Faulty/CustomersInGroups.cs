// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Marketing;

public sealed class Segmentation
{
    readonly MLContext _ml;
    ITransformer? _model;

    public Segmentation() => _ml = new MLContext(); // KILN6001

    public void Train(IEnumerable<Customer> customers)
    {
        var rows = _ml.Data.LoadFromEnumerable(customers);
        _model = _ml.Transforms.Concatenate("Features", nameof(Customer.Recency), nameof(Customer.Frequency), nameof(Customer.Amount))
            .Append(_ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(_ml.Clustering.Trainers.KMeans(numberOfClusters: 6))
            .Fit(rows);
    }

    public IReadOnlyList<uint> Assign(IEnumerable<Customer> customers)
    {
        if (_model is null)
            throw new InvalidOperationException("train first");
        return _model.Transform(_ml.Data.LoadFromEnumerable(customers)).GetColumn<uint>("PredictedLabel").ToList();
    }
}

public sealed class Customer
{
    public float Recency { get; set; }
    public float Frequency { get; set; }
    public float Amount { get; set; }
}
