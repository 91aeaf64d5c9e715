// origin: blind, first round
using System.Collections.Concurrent;
using Microsoft.ML;

namespace Scoring;

public sealed class Order
{
    public float Total { get; set; }
}

public sealed class Risk
{
    public float Score { get; set; }
}

/// <summary>Lends an engine to one caller at a time.</summary>
public sealed class Engines(MLContext ml, ITransformer model)
{
    readonly ConcurrentBag<PredictionEngine<Order, Risk>> _idle = [];

    public float Score(Order order)
    {
        var engine = _idle.TryTake(out var idle) ? idle : ml.Model.CreatePredictionEngine<Order, Risk>(model);
        try
        {
            return engine.Predict(order).Score;
        }
        finally
        {
            _idle.Add(engine);
        }
    }
}

static class Program
{
    static void Main(string[] args)
    {
        var ml = new MLContext();
        var model = ml.Model.Load(args[0], out _);
        var engines = new Engines(ml, model);
        Parallel.For(0, 100, i => Console.WriteLine(engines.Score(new Order { Total = i })));
    }
}
