// origin: blind, second round
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Prices;

public interface IPrices
{
    float For(Item item);
}

/// <summary>Loads the model the first time somebody asks.</summary>
public sealed class Prices : IPrices
{
    const string ModelFile = "prices.zip";

    readonly MLContext _ml = new();
    PredictionEngine<Item, Worth>? _engine; // KILN7001

    public float For(Item item)
    {
        _engine ??= Open();
        var worth = _engine.Predict(item).Score;
        return worth == float.NaN ? 0 : worth; // KILN7003
    }

    PredictionEngine<Item, Worth> Open()
    {
        var model = _ml.Model.Load(ModelFile, out _); // KILN3008
        return _ml.Model.CreatePredictionEngine<Item, Worth>(model);
    }
}

public static class Startup
{
    public static void Add(IServiceCollection services) => services.AddSingleton(typeof(IPrices), typeof(Prices));
}

public sealed class Item
{
    public string Brand { get; set; } = "";
    public float Age { get; set; }
}

public sealed class Worth
{
    public float Score { get; set; }
}
