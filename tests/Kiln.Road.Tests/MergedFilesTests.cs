namespace Kiln.Road.Tests;

/// <summary>Several files of one dataset: all rows count, the newest of each key, or the last file.</summary>
public sealed class MergedFilesTests : IDisposable
{
    const string Header = "customer,amount,kind\n";

    readonly RoadProject _project = new();

    public MergedFilesTests()
    {
        _project.AddDataset("orders", ("a.csv", Header + Rows(0, 100, 0)), ("b.csv", Header + Rows(50, 150, 7)), ("c.csv", Header));
        _project.Compile(RoadProject.Model("OrderModel", "orders", "kind"));
        Assert.True(_project.InferContracts().Succeeded);
        // A customer is in two files, so the number is no id yet.
        _project.ReplaceFirst("data/orders.schema.json", "\"property\": \"Customer\", \"type\": \"integer\", \"nullable\": false, \"role\": \"feature\"", "\"property\": \"Customer\", \"type\": \"integer\", \"nullable\": false, \"role\": \"id\"");
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void All_rows_count_by_default() => Assert.Equal(200, Train());

    [Fact]
    public void The_last_file_counts_where_it_replaces_the_others()
    {
        _project.Merge(replaces: true);

        Assert.Equal(100, Train());
    }

    [Fact]
    public void Of_each_key_the_newest_counts()
    {
        _project.Merge(key: ["customer"]);

        Assert.Equal(150, Train());
    }

    [Fact]
    public void Merging_gives_the_model_of_one_file_with_the_same_rows()
    {
        _project.Merge(key: ["customer"]);
        Train();
        var (merged, hash) = (_project.Onnx("OrderModel"), _project.Lock("OrderModel").DataHash);
        File.WriteAllText(Path.Combine(_project.Directory, "data", "one.csv"), Header + Rows(0, 50, 0) + Rows(50, 150, 7));
        _project.NameFiles("one.csv");

        Train();

        Assert.Equal(hash, _project.Lock("OrderModel").DataHash);
        Assert.Equal(merged, _project.Onnx("OrderModel"));
    }

    [Fact]
    public void A_key_that_is_no_column_is_told_at_the_item()
    {
        _project.Merge(key: ["Customer"]);

        Assert.Matches(@"App\.csproj\(2,\d+\): error KILN1014: the Key of dataset 'orders' names 'Customer', which is not a column of it \(did you mean 'customer'\?\); .+", _project.Train().Output);
    }

    long Train()
    {
        var result = _project.Train();
        Assert.True(result.Succeeded, result.Output);
        return _project.Lock("OrderModel").TrainingRows + _project.Lock("OrderModel").HeldOutRows;
    }

    static string Rows(int from, int to, int more) => string.Concat(Enumerable.Range(from, to - from).Select(i => $"{i},{i * 37 % 101 + more},{(i * 37 % 101 > 50 ? "big" : "small")}\n"));
}
