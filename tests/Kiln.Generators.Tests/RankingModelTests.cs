using Kiln.Testing;

namespace Kiln.Generators.Tests;

public sealed class RankingModelTests
{
    /// <summary>Who ranks has the rows of one query; how much a row counted in training is nothing they know.</summary>
    [Fact]
    public void A_row_gets_a_score_and_neither_query_nor_weight_is_an_input()
    {
        var generated = StandIn.Project
            .Contract("searches", Columns.Category("query", "a", "b"), Columns.Number("match"), Columns.Number("clicks"), Columns.Number("relevance"))
            .Source("""
                [Kiln.Model("searches", Label = "relevance", Task = Kiln.ModelTask.Ranking, Group = "query", Weight = "clicks", Version = "1.0.0")]
                partial class Search;
                static class Script
                {
                    static string Run()
                    {
                        Kiln.Predictor.Answer = new[] { -2.5f };
                        var model = Search.Load();
                        Kiln.Predictor.Log.Add(System.FormattableString.Invariant($"{model.Predict(new() { Match = 0.5f }).Score} {Search.Columns.Query}"));
                        return Kiln.Predictor.Show;
                    }
                }
                """).Generate();

        Assert.Equal("load Search from models: match |  | \nscore 0.5 | \n-2.5 query", generated.Run());
        var source = generated.Compiles()["Search.g.cs"];
        Assert.Contains("Ranking of the rows of one <c>query</c>: predicts <c>relevance</c> of <c>searches</c> from 1 feature.", source);
        Assert.Contains("What the rows of one <c>query</c> are put in order by, highest first. It is no <c>relevance</c>, and says nothing across queries.", source);
    }
}
