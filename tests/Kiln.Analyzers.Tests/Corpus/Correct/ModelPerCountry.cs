// origin: blind, first round
using Microsoft.ML;

namespace Countries;

sealed class Shop
{
    public string Country { get; set; } = "";

    public float Visitors { get; set; }
}

sealed class Turnover
{
    public float Score { get; set; }
}

static class Program
{
    static void Main(string[] args)
    {
        var ml = new MLContext();
        var shops = File.ReadLines(args[0]).Select(line => line.Split(','))
            .Select(parts => new Shop { Country = parts[0], Visitors = float.Parse(parts[1]) });
        foreach (var country in shops.GroupBy(shop => shop.Country))
        {
            var model = ml.Model.Load(Path.Combine(args[1], country.Key + ".zip"), out _);
            var engine = ml.Model.CreatePredictionEngine<Shop, Turnover>(model);
            foreach (var shop in country)
                Console.WriteLine($"{country.Key}: {engine.Predict(shop).Score:N0}");
        }
    }
}
