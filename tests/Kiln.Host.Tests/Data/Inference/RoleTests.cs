using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Inference;

public sealed class RoleTests : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("customerID", "17 3 5 99", ColumnRole.Id)]
    [InlineData("row_no", "17 3 5 99", ColumnRole.Id)]
    [InlineData("Order Number", "17 3 5 99", ColumnRole.Id)]
    [InlineData("candid", "17 3 5 99", ColumnRole.Feature)]
    [InlineData("customerID", "17 3 17 99", ColumnRole.Feature)]
    [InlineData("customerID", "17 3  99", ColumnRole.Feature)]
    [InlineData("x", "1 2 3 4", ColumnRole.Id)]
    [InlineData("x", "0 1 2 3", ColumnRole.Id)]
    [InlineData("x", "2 1 3 4", ColumnRole.Feature)]
    [InlineData("year", "1990 1991 1992 1993", ColumnRole.Feature)]
    [InlineData("x", "5 5 5 5", ColumnRole.Ignore)]
    [InlineData("x", "5 5  5", ColumnRole.Feature)]
    [InlineData("x", "a a a a", ColumnRole.Ignore)]
    [InlineData("x", "   ", ColumnRole.Ignore)]
    [InlineData("x", "ab cd ef gh", ColumnRole.Id)]
    [InlineData("x", "1.5 2.5 3.5 4.5", ColumnRole.Feature)]
    [InlineData("x", "2024-01-01 2024-01-02 2024-01-02 2024-01-03", ColumnRole.Time)]
    public void Roles(string name, string values, ColumnRole expected) =>
        Assert.Equal(expected, _folder.InferColumn($"k,{name}\n" + string.Concat(values.Split(' ').Select(value => $"x,{value}\n"))).Role);

    [Fact]
    public void Two_dates_are_features() =>
        Assert.All(_folder.Infer("from,to\n2024-01-01,2024-02-01\n2024-01-02,2024-02-03\n").Columns, column => Assert.Equal(ColumnRole.Feature, column.Role));

    [Fact]
    public void Unique_prose_is_no_id() =>
        Assert.Equal(ColumnRole.Feature, _folder.InferColumn("k,review\n1,it broke on the very first day\n2,I would buy this one again at once\n").Role);

    [Theory]
    [InlineData("Proposals for a Habitat|Blue Black|The Fox|Michael")]
    [InlineData("Ok lar|Free entry in 2 a comp|U dun say so|call me")]
    [InlineData("Braund, Mr. Owen Harris|Cumings, Mrs. John Bradley|Heikkinen, Miss. Laina|Allen, Mr. William")]
    [InlineData("这家餐厅的菜很好吃|质量太差了，不推荐|还可以|快递很快，服务态度也很好")]
    [InlineData("とても美味しかったです|また行きたい|店員の態度が悪い|普通")]
    [InlineData("อาหารอร่อยมากบริการดี|ไม่แนะนำเลยครับผิดหวังมาก|ดี|ราคาแพงเกินไปแต่รสชาติดี")]
    [InlineData("error reading block 12|served block 13|error reading block 14|served block 15")]
    public void Short_unique_texts_of_words_are_texts_to_learn_from(string texts) => Assert.Equal(ColumnRole.Feature, InferTexts(texts).Role);

    [Theory]
    [InlineData("7f9c24e8-3b12-4fef-91e0-0ad1c3f7b6aa|0b54c7d2-90aa-4c3e-8d1f-b7e61f0c2d33|c1c5e4b8-11aa-4b6f-8a3d-2c9be7d01f44")]
    [InlineData("SW1A 1AA|EC2V 7HH|M1 4BT")]
    [InlineData("DE89 3704 0044|GB82 WEST 1234|FR14 2004 1010")]
    [InlineData("7590-VHVEG|5575-GNVDE|3668-QPYBK")]
    [InlineData("https://example.org/a-first-post|https://example.org/the-second|https://example.org/and-a-third-one")]
    [InlineData("Sample number 1|Sample number 2|Sample number 13")]
    [InlineData("+44 20 7946 0958|+44 20 7946 0123|+44 20 7946 0777")]
    [InlineData("京A12345|沪B67890|粤C13579")]
    [InlineData("王小明|李娜|张伟")]
    public void Codes_are_ids(string texts) => Assert.Equal(ColumnRole.Id, InferTexts(texts).Role);

    Column InferTexts(string texts) => _folder.InferColumn("k,v\n" + string.Concat(texts.Split('|').Select((text, i) => $"{i % 2},\"{text}\"\n")));

    /// <summary>None of them is to stand in a file that is committed, not as a value and not as what occurs often.</summary>
    [Theory]
    [InlineData(40, ColumnRole.Id)]
    [InlineData(20, ColumnRole.Ignore)]
    public void Addresses_of_persons_are_personal_and_no_category(int distinct, ColumnRole role)
    {
        var contract = _folder.Infer("mail,v\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"p{i % distinct}@example.org,{i * 7 % 40}\n")));

        Assert.Equal((ColumnType.Text, role, Classification.Personal), (contract.Columns[0].Type, contract.Columns[0].Role, contract.Columns[0].Classification));
        Assert.DoesNotContain("@example.org", ContractJson.Write(contract));
    }

    [Fact]
    public void One_row_says_nothing() =>
        Assert.All(_folder.Infer("a,b\n1,x\n").Columns, column => Assert.Equal(ColumnRole.Feature, column.Role));
}
