console.log("hello hello hello hello");
